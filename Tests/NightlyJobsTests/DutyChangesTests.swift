import CivilDate
import Intervention
import Postgres
import Testing

@testable import NightlyJobs

/// Which night was the first to find something, when rows change around it.
@Suite struct DutyChangesTests {
    private static let day = CivilDate(dayNumber: 20_635)
    private static let earlier = day.adding(days: -3)
    private static let subject = DutySubject(.episode, UUIDBytes(high: 1, low: 2))

    private static func alert(_ number: Int, since days: Int, _ sentence: String = "as it was") -> AlertRow {
        AlertRow(
            place: AlertRow.Place(code: "no-contact", number: number), urgency: .urgent,
            since: day.adding(days: days), sentence: sentence)
    }

    private static func duty(_ standing: ObligationRow.Standing, attempts: Int = 0) -> ObligationRow {
        ObligationRow(
            place: ObligationRow.Place("review", about: .family, ordinal: 1), opensOn: earlier, dueOn: day,
            closesOn: nil, standing: standing, since: earlier, attempts: attempts)
    }

    /// The nights that found each row which is to be written.
    private static func found<Table: DutyTable>(
        _ table: Table, from old: [Table.Row], to new: Set<Table.Row>
    ) -> [Table.Row: CivilDate?] {
        var changes = DutyChanges(table, on: day, isShowing: false)
        let before = old.map { PlacedRow(subject: subject, row: $0, foundOn: earlier) }
        changes.add(subject, "E-1", from: before, to: new, among: [])
        return Dictionary(uniqueKeysWithValues: changes.put.map { ($0.row, $0.foundOn) })
    }

    @Test func `an alert that only moves down the list, or says it in other words, was found before`() {
        let (known, late) = (Self.alert(2, since: -5, "in other words"), Self.alert(1, since: -9))
        let found = Self.found(AlertTable(job: "alerts"), from: [Self.alert(1, since: -5)], to: [late, known])
        #expect(found == [known: Self.earlier, late: Self.day])
    }

    @Test func `a duty is found anew with each standing, and not with each attempt`() {
        let table = ObligationTable(job: "obligations", missed: .usual)
        let tried = Self.duty(.open, attempts: 1)
        #expect(Self.found(table, from: [Self.duty(.open)], to: [tried]) == [tried: Self.earlier])
        let overdue = Self.duty(.overdue)
        #expect(Self.found(table, from: [Self.duty(.open)], to: [overdue]) == [overdue: Self.day])
    }
}
