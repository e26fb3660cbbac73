import EpisodeEngine
import Intervention
import Postgres

extension EpisodeStore {
    /// Takes a stub in place of a stream: counts those that there are, and finds those that stand beside a stream or that
    /// nobody approved.
    func checkStubs(_ transaction: Transaction, _ report: inout CheckReport) async throws {
        let rows = try await transaction.query(
            """
            SELECT s.stream, s.stream_id,
                EXISTS (
                    SELECT FROM record.stream AS h
                    WHERE h.site_id = s.site_id AND h.stream = s.stream AND h.stream_id = s.stream_id
                ) OR EXISTS (
                    SELECT FROM record.event AS e
                    WHERE e.site_id = s.site_id AND e.stream = s.stream AND e.stream_id = s.stream_id
                ),
                EXISTS (
                    SELECT FROM retention.proposal AS p JOIN retention.proposed_child AS c USING (site_id, number)
                    WHERE p.site_id = s.site_id AND p.number = s.number AND c.child_id = s.child_id
                        AND p.approved_by <> p.proposed_by AND p.approver <> p.proposer AND p.withdrawn_at IS NULL
                        AND c.keep_through < s.disposed_on AND c.disposed_at IS NOT NULL
                )
            FROM record.stub AS s WHERE s.site_id = \(report.site.number)
            """)
        report.stubs = rows.count
        for row in rows {
            let (name, id, isThere, isApproved) = try row.decode(String.self, UUIDBytes.self, Bool.self, Bool.self)
            guard let stream = StreamName(rawValue: name), isThere || !isApproved else { continue }
            let address = EventAddress(site: report.site, stream: stream, id: id, seq: StreamSeq(1))
            report.note(RecordFault(address: address, kind: isThere ? .disposedOf : .unapprovedStub))
        }
    }
}
