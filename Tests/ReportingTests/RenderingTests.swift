import CivilDate
import Foundation
import Intervention
import StandardMST
import Testing

@testable import Reporting

@Suite struct RenderingTests {
    private static func sums() -> IndicatorSums {
        var sums = PublishedYear.sums(others: 40)
        sums.adherent = 2
        sums.scores = [
            FamilyScores(interviews: 1, families: 2, scoreSum: 1_500_000_000),
            FamilyScores(interviews: 3, families: 1, scoreSum: 1_000_000_000),
        ]
        sums.interviewExpected = 440
        sums.interviewHeld = 3
        return sums
    }

    private static func parsed(_ table: IndicatorTable) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(table.json().utf8))
        return try #require(object as? [String: Any])
    }

    @Test func `the JSON form has exactly the keys of the table, in rows all of theirs`() throws {
        let table = try PublishedYear.table(["mst": RenderingTests.sums()])
        let report = try RenderingTests.parsed(table)
        #expect(Set(report.keys) == ["report", "scope", "period", "known_at", "edition", "rows", "service", "notes"])
        #expect(report["report"] as? String == "indicators")
        #expect(
            report["scope"] as? NSDictionary == [
                "site": "NORTH", "team": NSNull(), "model": NSNull(), "authority": NSNull(),
            ])
        #expect(report["period"] as? NSDictionary == ["from": "2025-01-01", "to": "2025-12-31"])
        #expect(report["known_at"] is NSNull)
        let rows = try #require(report["rows"] as? [[String: Any]])
        let instrumental = StandardMST().instrumentalMeasures.map(\.key.text)
        #expect(rows.map { $0["key"] as? String } == Indicator.allCases.map(\.rawValue) + instrumental)
        let keys: Set = [
            "model", "key", "title", "numerator", "denominator", "unknown", "value", "low", "high", "interval",
            "target", "met", "not_due", "outside_window",
        ]
        for row in rows { #expect(Set(row.keys) == keys) }
        let service = try #require(report["service"] as? [[String: Any]])
        #expect(service.map { $0["key"] as? String } == ServiceRow.Key.allCases.map(\.rawValue))
        for row in service { #expect(Set(row.keys) == keys) }
        #expect(service[0]["numerator"] as? Int == 363 && service[0]["denominator"] as? Int == 485)
        #expect(service[3]["value"] is NSNull && service[3]["denominator"] is NSNull)
    }

    @Test func `a JSON row carries counts, the unrounded value, the interval, the target and the verdict`() throws {
        let table = try PublishedYear.table(["mst": RenderingTests.sums()])
        let rows = try #require(try RenderingTests.parsed(table)["rows"] as? [[String: Any]])
        let completed = try #require(rows.first { $0["key"] as? String == "completed" })
        #expect(completed["numerator"] as? Int == 363)
        #expect(completed["value"] as? Double == 363.0 / 445.0)
        #expect(completed["interval"] as? String == "wilson-95")
        #expect(completed["target"] as? NSDictionary == ["operator": ">=", "value": 0.85])
        #expect(completed["met"] as? Bool == false)
        let stay = try #require(rows.first { $0["key"] as? String == "length_of_stay" })
        #expect(stay["numerator"] as? Int == 54_774)
        #expect(stay["interval"] is NSNull)
        #expect(stay["low"] is NSNull)
        #expect(stay["target"] as? NSDictionary == ["operator": "between", "value": [100, 140]])
        let mean = try #require(rows.first { $0["key"] as? String == "mean_adherence" })
        #expect(mean["numerator"] as? Double == 1.5 + 1.0 / 3.0)
        #expect(mean["unknown"] as? Int == 482)
        let acceptance = try #require(rows.first { $0["key"] as? String == "referral_acceptance" })
        for key in ["value", "low", "high", "interval", "target", "met"] { #expect(acceptance[key] is NSNull) }
    }

    @Test func `the known-at time is written in UTC to the microsecond`() throws {
        let instant = try #require(Instant(rfc3339: "2026-03-01T10:30:00+01:00"))
        let table = try PublishedYear.table(["mst": RenderingTests.sums()], knownAt: instant)
        #expect(try RenderingTests.parsed(table)["known_at"] as? String == "2026-03-01T09:30:00.000000Z")
    }

    @Test func `the CSV form has the same columns and one line a row`() throws {
        let lines = try PublishedYear.table(["mst": RenderingTests.sums()]).csv().components(separatedBy: "\r\n")
        #expect(
            lines.first
                == "model,key,title,numerator,denominator,unknown,value,low,high,interval,target,met,not_due,outside_window"
        )
        let own = StandardMST().instrumentalMeasures.count + ServiceRow.Key.allCases.count
        #expect(lines.count == 1 + Indicator.allCases.count + own + 1)
        #expect(lines.last == "")
        let stay = "54774,445,0,123.0876404494382,,,,between 100 and 140,true,0,0"
        #expect(lines[10] == "mst,length_of_stay,Average length of stay in days,\(stay)")
        #expect(lines[11] == "mst,referral_acceptance,Referrals accepted,0,0,0,,,,,,,0,0")
        #expect(lines[12] == "mst,carer_skills,Carer has the skills,0,0,0,,,,,,,0,0")
    }

    @Test func `the same table is the same bytes in each form`() throws {
        let tables = try (0..<2).map { _ in try PublishedYear.table(["mst": RenderingTests.sums()]) }
        #expect(tables[0].json() == tables[1].json())
        #expect(tables[0].csv() == tables[1].csv())
        #expect(tables[0].text() == tables[1].text())
    }

    @Test func `the text form prints target, comparator and own value with counts and unknown in three blocks`() throws
    {
        let text = try PublishedYear.table(["mst": RenderingTests.sums()]).text()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let blocks = lines.filter {
            ["Ultimate outcomes", "Therapist adherence", "Case closure", "Referrals"].contains($0)
        }
        #expect(blocks == ["Ultimate outcomes", "Therapist adherence", "Case closure", "Referrals"])
        let completed = try #require(lines.first { $0.contains("Cases completing treatment") })
        let words = completed.split(separator: " ").map(String.init)
        #expect(
            words == [
                "Cases", "completing", "treatment", ">=", "85%", "87.8%", "81.6%", "363/445", "77.7", "to", "84.9%",
                "0", "not", "met",
            ])
        #expect(lines.contains { $0.contains("Referrals accepted") && $0.contains("n/a") && $0.contains("0/0") })
        #expect(text.contains("485 closures, 445 of them with the opportunity"))
        #expect(text.contains("Comparator: MST network"))
    }

    @Test func `the text form says that models are pooled`() throws {
        let table = try PublishedYear.table(["all": RenderingTests.sums()], models: .pooled)
        #expect(table.text().contains("models are pooled"))
        #expect(!(try PublishedYear.table(["mst": RenderingTests.sums()]).text().contains("models are pooled")))
    }

    @Test func `no line of the text form ends in spaces`() throws {
        let text = try PublishedYear.table(["mst": RenderingTests.sums()]).text()
        #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }

    @Test(arguments: ["a\"b", "a\\b", "line\nbreak", "\u{1}", "e\u{301}", "\"\u{308}"])
    func `any text comes back from the JSON form as it was`(_ text: String) throws {
        let json = ReportValue.array([.text(text)]).json()
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String])
        #expect(parsed.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
}
