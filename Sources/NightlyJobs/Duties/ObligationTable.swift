import CivilDate
import Intervention
import Postgres
import Practice

/// `duty.obligation`.
struct ObligationTable: DutyTable {
    let job: JobName
    let missed: KeptDays

    func owed(by episode: EpisodeInPlay, on day: CivilDate) -> [Obligation] { episode.obligations(on: day) }

    func owed(by team: TeamInPlay) -> [Obligation] { team.obligations }

    func rows(of owed: [Obligation], on day: CivilDate) -> [ObligationRow] {
        owed.compactMap { ObligationRow($0, on: day, keepingMissed: missed) }
    }

    func word(from old: ObligationRow?, to new: ObligationRow?, among owed: [Obligation]) -> String {
        if let new { return old?.standing == new.standing ? "changed" : ObligationTable.word(for: new.standing) }
        let gone = owed.first { ObligationRow.Place($0) == old?.place }
        return switch gone?.standing {
        case .met: "met"
        case .refused: "refused"
        case .missed: "forgotten"
        case .upcoming, .open, .notRequired, nil: "closed"
        }
    }

    private static func word(for standing: ObligationRow.Standing) -> String {
        switch standing {
        case .upcoming: "foreseen"
        case .open: "opened"
        case .overdue: "overdue"
        case .missed: "missed"
        }
    }

    func read(_ subjects: [DutySubject], _ desk: DutyDesk) async throws -> [PlacedRow<ObligationRow>] {
        try await desk.transaction.query(
            """
            SELECT o.subject_kind, o.subject_id, o.kind, o.about, o.ordinal, o.opens_on, o.due_on, o.closes_on,
                o.standing, o.since, o.attempts, o.found_on
            FROM duty.obligation AS o
            JOIN unnest(\(subjects.map(\.kind.rawValue)), \(subjects.map(\.id))) AS s (kind, id)
                ON s.kind = o.subject_kind AND s.id = o.subject_id
            WHERE o.site_id = \(desk.site.number)
            """
        ).compactMap(ObligationTable.row)
    }

    private static func row(_ row: Postgres.Row) throws -> PlacedRow<ObligationRow>? {
        guard let subject = DutySubject.Kind(rawValue: try row.decode(0)),
            let kind = ObligationKind(try row.decode(2, as: String.self)),
            let about = FactSubject(word: try row.decode(3)),
            let standing = ObligationRow.Standing(rawValue: try row.decode(8))
        else { return nil }
        return PlacedRow(
            subject: DutySubject(subject, try row.decode(1)),
            row: ObligationRow(
                place: ObligationRow.Place(kind, about: about, ordinal: Int(try row.decode(4, as: Int32.self))),
                opensOn: try row.decode(5), dueOn: try row.decode(6), closesOn: try row.decode(7), standing: standing,
                since: try row.decode(9), attempts: Int(try row.decode(10, as: Int32.self))),
            foundOn: try row.decode(11))
    }

    func remove(_ rows: [PlacedRow<ObligationRow>], _ desk: DutyDesk) async throws {
        guard !rows.isEmpty else { return }
        try await desk.transaction.execute(
            """
            DELETE FROM duty.obligation AS o
            USING unnest(
                \(rows.map(\.subject.kind.rawValue)), \(rows.map(\.subject.id)), \(rows.map(\.row.place.kind.text)),
                \(rows.map(\.row.place.about.word)), \(rows.map(\.row.place.ordinal))
            ) AS d (subject_kind, subject_id, kind, about, ordinal)
            WHERE o.site_id = \(desk.site.number) AND o.subject_kind = d.subject_kind AND o.subject_id = d.subject_id
                AND o.kind = d.kind AND o.about = d.about AND o.ordinal = d.ordinal
            """)
    }

    func put(_ rows: [PlacedRow<ObligationRow>], _ desk: DutyDesk) async throws {
        guard !rows.isEmpty else { return }
        try await desk.transaction.execute(
            """
            INSERT INTO duty.obligation
                (site_id, subject_kind, subject_id, kind, about, ordinal, opens_on, due_on, closes_on, standing, since,
                attempts, found_on)
            SELECT \(desk.site.number), n.*
            FROM unnest(
                \(rows.map(\.subject.kind.rawValue)), \(rows.map(\.subject.id)), \(rows.map(\.row.place.kind.text)),
                \(rows.map(\.row.place.about.word)), \(rows.map(\.row.place.ordinal)), \(rows.map(\.row.opensOn)),
                \(rows.map(\.row.dueOn)), \(rows.map(\.row.closesOn)), \(rows.map(\.row.standing.rawValue)),
                \(rows.map(\.row.since)), \(rows.map(\.row.attempts)), \(rows.map(\.foundOn))
            ) AS n
            ON CONFLICT (site_id, subject_kind, subject_id, kind, about, ordinal) DO UPDATE
            SET opens_on = excluded.opens_on, due_on = excluded.due_on, closes_on = excluded.closes_on,
                standing = excluded.standing, since = excluded.since, attempts = excluded.attempts,
                found_on = excluded.found_on
            """)
    }
}
