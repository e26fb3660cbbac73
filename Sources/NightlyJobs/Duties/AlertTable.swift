import CivilDate
import Intervention
import Postgres
import Practice

/// `duty.alert`.
struct AlertTable: DutyTable {
    let job: JobName

    func owed(by episode: EpisodeInPlay, on day: CivilDate) -> [Alert] { episode.alerts(on: day) }

    func owed(by team: TeamInPlay) -> [Alert] { team.alerts }

    func rows(of owed: [Alert], on day: CivilDate) -> [AlertRow] { AlertRow.rows(of: owed) }

    func word(from old: AlertRow?, to new: AlertRow?, among owed: [Alert]) -> String {
        new == nil ? "cleared" : old == nil ? "raised" : "changed"
    }

    func read(_ subjects: [DutySubject], _ desk: DutyDesk) async throws -> [PlacedRow<AlertRow>] {
        try await desk.transaction.query(
            """
            SELECT a.subject_kind, a.subject_id, a.code, a.place, a.urgency, a.since, a.sentence, a.found_on
            FROM duty.alert AS a
            JOIN unnest(\(subjects.map(\.kind.rawValue)), \(subjects.map(\.id))) AS s (kind, id)
                ON s.kind = a.subject_kind AND s.id = a.subject_id
            WHERE a.site_id = \(desk.site.number)
            """
        ).compactMap(AlertTable.row)
    }

    private static func row(_ row: Postgres.Row) throws -> PlacedRow<AlertRow>? {
        guard let subject = DutySubject.Kind(rawValue: try row.decode(0)),
            let code = AlertCode(try row.decode(2, as: String.self)),
            let urgency = Alert.Urgency(rawValue: try row.decode(4))
        else { return nil }
        return PlacedRow(
            subject: DutySubject(subject, try row.decode(1)),
            row: AlertRow(
                place: AlertRow.Place(code: code, number: Int(try row.decode(3, as: Int32.self))), urgency: urgency,
                since: try row.decode(5), sentence: try row.decode(6)),
            foundOn: try row.decode(7))
    }

    func remove(_ rows: [PlacedRow<AlertRow>], _ desk: DutyDesk) async throws {
        guard !rows.isEmpty else { return }
        try await desk.transaction.execute(
            """
            DELETE FROM duty.alert AS a
            USING unnest(
                \(rows.map(\.subject.kind.rawValue)), \(rows.map(\.subject.id)), \(rows.map(\.row.place.code.text)),
                \(rows.map(\.row.place.number))
            ) AS d (subject_kind, subject_id, code, place)
            WHERE a.site_id = \(desk.site.number) AND a.subject_kind = d.subject_kind AND a.subject_id = d.subject_id
                AND a.code = d.code AND a.place = d.place
            """)
    }

    func put(_ rows: [PlacedRow<AlertRow>], _ desk: DutyDesk) async throws {
        guard !rows.isEmpty else { return }
        try await desk.transaction.execute(
            """
            INSERT INTO duty.alert (site_id, subject_kind, subject_id, code, place, urgency, since, sentence, found_on)
            SELECT \(desk.site.number), n.*
            FROM unnest(
                \(rows.map(\.subject.kind.rawValue)), \(rows.map(\.subject.id)), \(rows.map(\.row.place.code.text)),
                \(rows.map(\.row.place.number)), \(rows.map(\.row.urgency.rawValue)), \(rows.map(\.row.since)),
                \(rows.map(\.row.sentence)), \(rows.map(\.foundOn))
            ) AS n
            ON CONFLICT (site_id, subject_kind, subject_id, code, place) DO UPDATE
            SET urgency = excluded.urgency, since = excluded.since, sentence = excluded.sentence,
                found_on = excluded.found_on
            """)
    }
}
