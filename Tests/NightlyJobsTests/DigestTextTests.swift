import CivilDate
import Intervention
import Postgres
import Practice
import Sites
import Testing

@testable import NightlyJobs

/// What a digest says of lists that are made up.
@Suite struct DigestTextTests {
    private static let day = CivilDate(dayNumber: 20_635)
    private static let before = day.adding(days: -1)

    private static func item(
        _ ref: String, _ kind: ObligationKind, dueIn days: Int, isNew: Bool = false,
        _ standing: ObligationRow.Standing = .open
    ) throws -> DigestItem<ObligationRow> {
        let due = day.adding(days: days)
        return DigestItem(
            subject: DutySubject(.episode, UUIDBytes(high: 1, low: 2)),
            holder: DutyHolder(ref: ref, team: nil, therapist: StaffCode("t-1")),
            thing: ObligationRow(
                place: ObligationRow.Place(kind, about: .family, ordinal: 1), opensOn: before, dueOn: due,
                closesOn: nil,
                standing: standing, since: before, attempts: 0),
            isNew: isNew)
    }

    private static func lines(_ items: [DigestItem<ObligationRow>]) throws -> [String]? {
        let matter = DigestMatter(day: day, before: before, obligations: items, alerts: [])
        let text = DigestText(
            matter, for: DigestReader(staff: try #require(StaffCode("t-1"))), at: try #require(SiteCode("north")))
        return text.map { $0.body.split(separator: "\n").dropFirst(2).dropLast(2).map(String.init) }
    }

    @Test func `what is open is told whenever it is due, and what is due later by kind`() throws {
        let items = try [
            Self.item("E-1", "adherence-interview", dueIn: 6), Self.item("E-1", "case-summary", dueIn: 7),
            Self.item("E-2", "case-summary", dueIn: 30), Self.item("E-2", "review", dueIn: 9),
            Self.item("E-3", "review", dueIn: 9, isNew: true), Self.item("E-3", "follow-up", dueIn: 200, .upcoming),
        ]
        #expect(
            try Self.lines(items) == [
                "Newly open: 1", "  E-3  review 1  due 2026-07-10", "Due within a week: 1",
                "  E-1  adherence interview 1  due 2026-07-07", "Open, due later: 3",
                "  case summary: 2, due from 2026-07-08 on: E-1, E-2", "  review: 1, due on 2026-07-10: E-2",
            ])
    }

    @Test func `who has a duty that is due late is told, and of very many how many more there are`() throws {
        let many = try (1...50).map { try Self.item("E-\($0 + 100)", "review", dueIn: 60) }
        let lines = try #require(try Self.lines(many))
        #expect(lines.first == "Open, due later: 50")
        #expect(
            lines.dropFirst().joined(separator: " ").contains(
                "review: 50, due from 2026-08-30 on: E-101, E-102, E-103, E-104,"))
        #expect(lines.last?.hasSuffix("and 42 more") == true)
        let soon = try (1...50).map { try Self.item("E-\($0 + 100)", "review", dueIn: 2) }
        #expect(try Self.lines(soon)?.count == 42)
        #expect(try Self.lines([try Self.item("E-1", "follow-up", dueIn: 200, .upcoming)]) == nil)
    }
}
