import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Reporting

/// Spells of a child of one closed episode, as they count for being placed again.
@Suite struct PlacedAgainSQLTests {
    private typealias Figure = MeasureSQLTests.Figure

    /// A spell of the child: days after 2024-01-01 of the first day, why, and what is known of it when.
    private struct Spell {
        var term = "foster"
        var day: Int
        var reason: String?
        var known = 0
        var shape: Int16 = 2
    }

    /// Treated from day 10, at home from day 100, closed on day 200.
    private static func figure(
        of spells: [Spell], _ counts: MeasureCount = .placedAgain("breakdown"), knownAt: Int? = nil
    ) async throws -> Figure {
        let episode = MadeEpisode(number: 1, movedHomeOn: GeneratedFact.firstDay.adding(days: 100))
        let measure = MeasureSQLTests.measure("placed", .started, counts, .kept)
        let question = MeasureQuestion(model: "mst-fit", measure: measure)
        func instant(_ number: Int) -> Instant {
            GeneratedFact.firstInstant.adding(microseconds: Int64(number) * 1_000_000)
        }
        return try await FactGround.with(sites: 1, facts: []) { ground in
            try await ground.asking { connection in
                try await connection.transaction { transaction in
                    try await MadeEpisode.insert([episode], in: transaction)
                    for (place, spell) in spells.enumerated() {
                        try await transaction.execute(
                            """
                            INSERT INTO reporting.care_spell_fact
                            VALUES (1, sha256(int8send(\(episode.childNumber))), sha256(int4send(\(Int32(place)))), 1,
                                \(instant(spell.known)), 'infinity', 'placement', \(spell.term), false,
                                \(spell.term != "home"), false, \(GeneratedFact.firstDay.adding(days: spell.day)), NULL,
                                \(spell.shape), \(spell.reason as String?))
                            """
                        )
                    }
                }
            }
            let request = try FactGround.request(knownAt: knownAt.map(instant))
            let tallies = try await ground.asking(as: .reporting) { connection in
                try await connection.transaction { transaction in
                    try await MeasureReport.read(
                        [question], of: request, today: FactGround.today, sites: [SiteID(1)], in: transaction)
                }
            }
            return Figure(try MeasureRow(measure, of: tallies[question] ?? MeasureTally()))
        }
    }

    private static let yes = Figure(1, of: 1)
    private static let no = Figure(0, of: 1)
    private static let unknown = Figure(0, of: 1, unknown: 1)

    @Test(
        arguments: [
            // The place that treatment begins in, and the day after it.
            (10, "unplanned", "foster", no), (11, "unplanned", "foster", yes), (11, "planned", "foster", no),
            // No reason, and one that does not say.
            (50, nil, "foster", unknown), (50, "other", "foster", unknown),
            // The day of the move home, and the day after it.
            (100, "planned", "kin", no), (101, "planned", "kin", yes), (101, nil, "kin", yes),
            // The day of the closing, and the day after it.
            (200, nil, "secure-home", yes), (201, "remand", "secure-home", no),
            // No placements.
            (120, "unplanned", "hospital", no), (120, "return-home", "home", no),
        ] as [(Int, String?, String, MeasureSQLTests.Figure)])
    func `a spell counts by its day, its reason and its setting`(
        day: Int, reason: String?, term: String, wanted: MeasureSQLTests.Figure
    ) async throws {
        #expect(try await Self.figure(of: [Spell(term: term, day: day, reason: reason)]) == wanted)
    }

    @Test func `what became known later is not counted before, and of several spells one is enough`() async throws {
        let spells = [Spell(day: 50), Spell(day: 60, reason: "breakdown", known: 9), Spell(day: 70, reason: "planned")]
        #expect(try await Self.figure(of: spells) == Self.yes)
        #expect(try await Self.figure(of: spells, knownAt: 8) == Self.unknown)
        #expect(try await Self.figure(of: spells, knownAt: 9) == Self.yes)
    }

    @Test func `spells of another shape are refused where they are looked at, and nowhere else`() async throws {
        let old = Spell(day: 50, shape: 1)
        await #expect(throws: ReportFault.staleFacts(1)) { _ = try await Self.figure(of: [old]) }
        #expect(try await Self.figure(of: [old], .started) == Self.yes)
    }
}
