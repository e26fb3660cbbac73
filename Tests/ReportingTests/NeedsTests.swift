import Statistics
import Testing

@testable import Reporting

/// The planning sheet of a commissioner: what follows from ranges, and what is refused of a file.
@Suite struct NeedsTests {
    private static let file = """
        area: Northshire
        children: {low: 20000, middle: 21000, high: 22000, source: "ONS, mid-2024, ages 11 to 17"}
        eligiblePerThousand: {low: 4, middle: 5, high: 6, source: "Youth justice and edge of care panel, 2024"}
        referredShare: {low: 0.3, middle: 0.4, high: 0.5, source: "Neighbouring authority, 2023"}
        acceptedShare: {low: 0.5, middle: 0.6, high: 0.7, source: "Panel minutes, 2024"}
        familiesPerTherapistYear: {low: 8, middle: 10, high: 12, source: "Essex"}
        therapistsPerTeam: {low: 3, middle: 4, high: 4, source: "MST-UK"}
        stayDays: {low: 100, middle: 125, high: 140, source: "Programme"}
        teamCostYear: {low: 400000, middle: 450000, high: 500000, source: "Quote"}
        careDayCost: {low: 150, middle: 200, high: 400, source: "Placement team"}

        """

    @Test func `every result is a range that was worked out by hand`() throws {
        let sheet = try NeedsFile.read(Array(Self.file.utf8))
        let results = Dictionary(sheet.results.map { ($0.key, $0.estimate) }) { first, _ in first }
        func close(_ key: String, _ low: Double, _ middle: Double, _ high: Double) -> Bool {
            guard let range = results[key] else { return false }
            return abs(range.low - low) < 1e-6 && abs(range.middle - middle) < 1e-6 && abs(range.high - high) < 1e-6
        }
        #expect(close("eligible", 80, 105, 132))
        #expect(close("referrals", 24, 42, 66))
        #expect(close("families", 12, 25.2, 46.2))
        #expect(close("therapists", 1, 2.52, 5.775))
        // A quarter of a team is a team; at the high end 5.775 therapists in teams of three are two.
        #expect(close("teams", 1, 1, 2))
        #expect(close("cost", 400_000, 450_000, 1_000_000))
        #expect(close("cost_per_family", 400_000.0 / 48, 11_250, 500_000.0 / 24))
        #expect(close("break_even_days", 400_000.0 / 48 / 400, 56.25, 500_000.0 / 24 / 150))
        #expect(close("caseload", 12 * 100.0 / 365, 25.2 * 125 / 365, 46.2 * 140 / 365))
        let document = sheet.document
        #expect(document.json().contains("\"scope\": null"))
        #expect(document.text().contains("no forecast"))
        #expect(document.text().contains("Panel minutes, 2024"))
    }

    @Test(arguments: [
        (", source: \"Essex\"", "", NeedsCode.missingKey, "source"),
        ("source: \"Essex\"", "source: \"\"", .missingValue, "source"),
        ("low: 8, middle: 10", "low: 11, middle: 10", .badRange, "familiesPerTherapistYear"),
        ("low: 8, middle: 10", "low: 0, middle: 10", .badRange, "over 0"),
        ("middle: 0.6, high: 0.7", "middle: 60, high: 70", .badRange, "0.45"),
        ("low: 400000", "low: 4e5", .badNumber, "4e5"),
        ("area: Northshire\n", "", .missingKey, "area"),
        ("careDayCost", "careDay", .unknownKey, "there is no key 'careDay'"),
    ])
    func `what is missing or cannot be is refused with its place`(
        text: String, instead: String, code: NeedsCode, names: String
    ) throws {
        let parts = Self.file.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let fault = #expect(throws: NeedsProblems.self) {
            try NeedsFile.read(Array((parts[0] + instead + parts[1]).utf8))
        }
        let lines = String(describing: try #require(fault)).split(separator: "\n")
        let line = try #require(lines.first { $0.hasSuffix("[\(code.rawValue)]") })
        #expect(line.contains(names))
    }
}
