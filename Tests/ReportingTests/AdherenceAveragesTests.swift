import Intervention
import Statistics
import Testing

@testable import Reporting

/// Averages worked by hand.
///
/// Team A: family 1 with T1 (0.4 and 0.6, mean 0.5), family 2 with T1 (0.9), family 3 with T2 (0.8, 0.8, 0.2, mean 0.6).
/// Team B: family 4 with T3 (0.2).
@Suite struct AdherenceAveragesTests {
    private static func family(
        _ number: UInt64, _ therapist: String?, _ scores: [Int], in team: String = "A", model: ModelID = "mst"
    ) throws -> FamilyInterviews {
        FamilyInterviews(
            of: EpisodeKey([UInt8(number)]), under: model, with: try #require(TeamCode(team)),
            therapist.flatMap { StaffCode($0) }, interviews: scores.count,
            scoreSum: scores.reduce(0, +) * 100_000_000
        )
    }

    private static func families() throws -> [FamilyInterviews] {
        [
            try family(1, "T1", [4, 6]), try family(2, "T1", [9]), try family(3, "T2", [8, 8, 2]),
            try family(4, "T3", [2], in: "B"),
        ]
    }

    private func shown(_ averages: AdherenceAverages) -> [String] {
        averages.rows.map { row in
            let names = [row.group.team?.text, row.group.therapist?.text].compactMap(\.self).joined(separator: " ")
            return "\(names): \(row.families.rounded(to: .two) ?? "-") of \(row.families.count), "
                + "\(row.interviews.rounded(to: .two) ?? "-") of \(row.interviews.count)\(row.isFew ? ", few" : "")"
        }
    }

    @Test func `a team's average is the mean of its families, not of its therapists`() throws {
        let averages = try AdherenceAverages(of: Self.families(), by: .team)
        // Families: (0.5 + 0.9 + 0.6) / 3; of therapists' means it would be (0.7 + 0.6) / 2 = 0.65. Interviews: 3.7 / 6.
        #expect(shown(averages) == ["A: 0.67 of 3, 0.62 of 6", "B: 0.20 of 1, 0.20 of 1, few"])
    }

    @Test func `therapists are greyed below three families, or below what is asked for`() throws {
        #expect(
            shown(try AdherenceAverages(of: Self.families(), by: .therapist)) == [
                "A T1: 0.70 of 2, 0.63 of 3, few", "A T2: 0.60 of 1, 0.60 of 3, few", "B T3: 0.20 of 1, 0.20 of 1, few",
            ])
        let bold = try AdherenceAverages(of: Self.families(), by: .therapist, enough: 2)
        #expect(bold.rows.map(\.isFew) == [false, true, true])
    }

    @Test func `a family that changed hands counts once for the team, and with each therapist`() throws {
        let split = [
            try Self.family(1, "T1", [4, 6]), try Self.family(1, "T2", [8]), try Self.family(2, "T2", [2]),
        ]
        // Family 1: 1.8 / 3 = 0.6.
        #expect(shown(try AdherenceAverages(of: split, by: .team)) == ["A: 0.40 of 2, 0.50 of 4, few"])
        #expect(
            shown(try AdherenceAverages(of: split, by: .therapist)) == [
                "A T1: 0.50 of 1, 0.50 of 2, few", "A T2: 0.50 of 2, 0.50 of 2, few",
            ])
    }

    @Test func `models are never pooled, and a family without a therapist is told apart`() throws {
        let mixed = [try Self.family(1, nil, [4]), try Self.family(2, "T1", [6], model: "mst-can")]
        #expect(try AdherenceAverages(of: mixed, by: .model).rows.map(\.group.model) == ["mst", "mst-can"])
        #expect(try AdherenceAverages(of: mixed, by: .therapist).rows.map(\.group.therapist?.text) == [nil, "T1"])
    }

    @Test func `each family is in the tenth of its exact mean, and 1 in the last`() throws {
        let families = [
            try Self.family(1, nil, [10, 10]), try Self.family(2, nil, [6]), try Self.family(3, nil, [8, 8, 2]),
            try Self.family(4, nil, [0]), try Self.family(5, nil, [6, 6, 5]),
        ]
        // Means 1, 0.6, 0.6, 0 and 0.5666...
        let bands = try #require(try AdherenceAverages(of: families, by: .model).rows.first).bands
        #expect(bands.families == [1, 0, 0, 0, 0, 1, 2, 0, 0, 1])
    }

    @Test func `nothing gives no row`() throws {
        #expect(try AdherenceAverages(of: [], by: .model).rows.isEmpty)
    }
}
