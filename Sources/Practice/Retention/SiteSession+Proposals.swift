import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

extension SiteSession {
    /// The proposals of the site, by number; with the children that are reached, and none without such a child.
    func proposals() async throws -> [RetentionSheet.Proposal] {
        try await transaction.query(
            """
            SELECT p.number, p.proposed_on, p.proposed_by, p.proposer, p.approved_by, p.withdrawn_at IS NOT NULL,
                (SELECT count(*) FROM retention.proposed_child AS c WHERE (c.site_id, c.number) = (p.site_id, p.number)),
                (
                    SELECT count(*) FROM retention.proposed_child AS c
                    WHERE (c.site_id, c.number) = (p.site_id, p.number) AND c.disposed_at IS NOT NULL
                )
            FROM retention.proposal AS p
            WHERE p.site_id = \(site.id.number)
                AND EXISTS (SELECT FROM retention.proposed_child AS c WHERE (c.site_id, c.number) = (p.site_id, p.number))
            ORDER BY p.number
            """
        ).compactMap { row in
            let (number, day, by, hand, approved, isWithdrawn, children, disposed) = try row.decode(
                Int32.self, CivilDate.self, String.self, String.self, String?.self, Bool.self, Int.self, Int.self)
            guard let by = StaffCode(by), let proposer = StaffCode(hand) else { return nil }
            return RetentionSheet.Proposal(
                number: number, proposedOn: day, proposedBy: by, proposer: proposer,
                approvedBy: approved.flatMap { StaffCode($0) }, isWithdrawn: isWithdrawn, children: children,
                disposed: disposed)
        }
    }

    /// A proposal that is not carried out or withdrawn, locked until the transaction ends.
    func openProposal(_ number: Int32) async throws -> RetentionSheet.Proposal {
        _ = try await transaction.query(
            "SELECT FROM retention.proposal WHERE site_id = \(site.id.number) AND number = \(number) FOR UPDATE")
        guard let proposal = try await proposals().first(where: { $0.number == number }) else {
            throw RetentionFault.unknownProposal(number)
        }
        guard !proposal.isWithdrawn, proposal.disposed < proposal.children else {
            throw RetentionFault.decidedBefore(number)
        }
        return proposal
    }

    /// Whose records a proposal is about that are still there.
    func children(proposedIn number: Int32) async throws -> Set<ChildID> {
        let ids = try await transaction.query(
            """
            SELECT child_id FROM retention.proposed_child
            WHERE site_id = \(site.id.number) AND number = \(number) AND disposed_at IS NULL
            """
        ).column(0, as: UUIDBytes.self)
        return Set(ids.map { ChildID(high: $0.high, low: $0.low) })
    }

    /// How many stubs there are of streams that were disposed of.
    func stubs() async throws -> Int {
        try await transaction.query("SELECT count(*) FROM record.stub WHERE site_id = \(site.id.number)")
            .column(0, as: Int.self).first ?? 0
    }
}
