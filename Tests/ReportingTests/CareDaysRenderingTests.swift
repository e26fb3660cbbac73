import CivilDate
import Foundation
import Intervention
import Testing

@testable import Reporting

@Suite struct CareDaysRenderingTests {
    private static func table(
        _ sums: CareDaysSums = sums(), sites: ReportScope.Sites? = nil, today: String = "2026-06-30",
        knownAt: Instant? = nil
    ) throws -> CareDaysTable {
        let site = ReportScope.Sites.one(try #require(SiteCode("NORTH")))
        let request = try ReportRequest(
            scope: try ReportScope(sites: sites ?? site), from: try #require(CivilDate(iso: "2025-01-01")),
            through: try #require(CivilDate(iso: "2025-12-31")), knownAt: knownAt, now: Instant(microseconds: .max)
        )
        let window = CareWindow(request.period, today: try #require(CivilDate(iso: today)))
        return try CareDaysTable(answering: request, window: window, sums: sums)
    }

    private static func sums() -> CareDaysSums {
        var sums = CareDaysSums()
        sums.children = 5
        sums.withoutSpells = 1
        sums.measures = [
            .lookedAfter: .init(days: 140, children: 3), .outOfHome: .init(days: 147, children: 4),
            .custody: .init(days: 28, children: 2),
        ]
        return sums
    }

    @Test func `the JSON form has the keys that were agreed, with counts beside every share`() throws {
        let table = try Self.table()
        let object = try JSONSerialization.jsonObject(with: Data(table.json().utf8))
        let report = try #require(object as? [String: Any])
        #expect(
            Set(report.keys) == [
                "report", "scope", "period", "known_at", "edition", "rows", "children", "child_days", "notes",
            ])
        #expect(report["report"] as? String == "care-days")
        #expect(
            report["scope"] as? NSDictionary == [
                "site": "NORTH", "team": NSNull(), "model": NSNull(), "authority": NSNull(),
            ])
        #expect(report["period"] as? NSDictionary == ["from": "2025-01-01", "to": "2025-12-31"])
        #expect((report["children"] as? Int, report["child_days"] as? Int) == (5, 1_825))
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(
            rows.map { $0["key"] as? String } == [
                "looked_after_days", "out_of_home_days", "custody_days", "children_without_spells",
            ])
        let keys: Set = ["key", "title", "numerator", "denominator", "children", "value"]
        for row in rows { #expect(Set(row.keys) == keys) }
        #expect(table.json().contains("\"value\": \(140.0 / 1_825)\n"))
        #expect((rows[3]["numerator"] as? Int, rows[3]["denominator"] as? Int) == (1, 5))
    }

    @Test func `the CSV form has one line a row`() throws {
        let lines = try Self.table().csv().components(separatedBy: "\r\n")
        #expect(lines[0] == "key,title,numerator,denominator,children,value")
        #expect(lines[1] == "looked_after_days,Days looked after,140,1825,3,\(140.0 / 1_825)")
        #expect(lines[4] == "children_without_spells,Children without any spell on record,1,5,1,0.2")
        #expect(lines.count == 6)
    }

    @Test func `the text form stands as it is`() throws {
        #expect(
            try Self.table().text() == """
                Days in care: site NORTH, all teams, all models
                Children with a referral accepted by 2025-12-31, days from 2025-01-01 to 2025-12-31, as known now.
                5 children, each counted once, over 365 days: 1825 child-days.
                1 of the children have no spell on record.

                                     Days/child-days  Share  Children
                  Days looked after         140/1825   7.7%         3
                  Days out of home          147/1825   8.1%         4
                  Days in custody            28/1825   1.5%         2

                A spell counts from its first day to the day before its end; one that lasts counts to the end of the window.
                Looked after is by provision, out of home and custody are by placement; they overlap and are not added up.
                A child without any spell on record counts with no day; nothing on record is not the same as days at home.

                """)
    }

    @Test func `a share of nobody is none, not nothing`() throws {
        let table = try Self.table(CareDaysSums())
        #expect(table.text().contains("0/0    n/a"))
        #expect(table.rows.allSatisfy { $0.value == nil })
    }

    @Test func `all sites together say that a child whom two know counts twice`() throws {
        #expect(try Self.table(sites: .all).notes.contains { $0.contains("two sites") })
        #expect(!(try Self.table().notes.contains { $0.contains("two sites") }))
    }

    @Test func `sums that cannot be are refused`() throws {
        var sums = Self.sums()
        sums.measures[.custody] = .init(days: 1_826, children: 2)
        #expect(throws: ReportFault.impossibleDays(.custody)) { try Self.table(sums) }
        sums.measures[.custody] = .init(days: 9, children: 6)
        #expect(throws: ReportFault.impossibleDays(.custody)) { try Self.table(sums) }
        sums.measures[.custody] = .init(days: 1, children: 2)
        #expect(throws: ReportFault.impossibleDays(.custody)) { try Self.table(sums) }
    }

    @Test func `the window ends with today and never before it begins`() throws {
        #expect(try Self.table(today: "2025-12-31").dayCount == 365)
        #expect(try Self.table(today: "2025-12-30").dayCount == 364)
        #expect(try Self.table(CareDaysSums(), today: "2025-01-01").dayCount == 1)
        #expect(try Self.table(CareDaysSums(), today: "2024-12-31").dayCount == 0)
        #expect(try Self.table(CareDaysSums(), today: "2020-01-01").dayCount == 0)
    }
}
