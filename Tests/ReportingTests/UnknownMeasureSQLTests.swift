import CivilDate
import Intervention
import Testing

@testable import Reporting

/// What a record that was brought in from elsewhere cannot say is unknown, and what the child's own spells say counts.
@Suite struct UnknownMeasureSQLTests {
    private typealias Figure = MeasureSQLTests.Figure

    private static let yes = Figure(1, of: 1)
    private static let no = Figure(0, of: 1)
    private static let unknown = Figure(0, of: 1, unknown: 1)

    private static let summary = MadeEpisode.Fact(kind: "weekly-summary", day: 50)

    /// Treated from day 10 to 200.
    private static func figure(
        of counts: MeasureCount, _ unknowns: Measure.Unknowns, _ episode: MadeEpisode
    ) async throws -> Figure {
        let measure = MeasureSQLTests.measure("it", .started, counts, unknowns)
        return try #require(
            try await MeasureSQLTests.figures([measure], of: ModelID(episode.model) ?? "mst-fit", [episode]).first)
    }

    // MARK: Moves home without phases

    @Test(
        arguments: [
            // Nothing is on record but the first and the last day.
            ("yes", [], unknown), ("no", [], unknown), (nil, [], unknown),
            // From a placement to a home in the time of treatment, both of its days among it.
            ("yes", [MadeEpisode.place("foster", 1, until: 60), MadeEpisode.place("home", 60)], yes),
            ("no", [MadeEpisode.place("foster", 1, until: 60), MadeEpisode.place("home", 60, until: 90)], yes),
            ("yes", [MadeEpisode.place("foster", 1, until: 200), MadeEpisode.place("home", 200)], yes),
            ("yes", [MadeEpisode.place("foster", 1, until: 9), MadeEpisode.place("home", 9)], unknown),
            // Home a day too late: at the closing the child is still in the placement of the first session.
            ("no", [MadeEpisode.place("foster", 1, until: 201), MadeEpisode.place("home", 201)], no),
            ("no", [MadeEpisode.place("childrens-home", 10)], no),
            // Where the child lived from day 60 on nobody says.
            ("yes", [MadeEpisode.place("foster", 1, until: 60)], unknown),
            // A home that no placement came before is no move.
            ("yes", [MadeEpisode.place("home", 20)], unknown),
        ] as [(String?, [MadeEpisode.Spell], MeasureSQLTests.Figure)])
    func `a move home is read from placements where no phase says it`(
        atHome: String?, spells: [MadeEpisode.Spell], wanted: MeasureSQLTests.Figure
    ) async throws {
        let episode = MadeEpisode(number: 1, atHome: atHome, spells: spells)
        #expect(try await Self.figure(of: .movedHome, .kept, episode) == wanted)
    }

    @Test func `no move on a record that was kept is a no, unless the child is at home at the end`() async throws {
        for (atHome, wanted) in [("no", Self.no), (nil, Self.no), ("yes", Self.unknown)] {
            let episode = MadeEpisode(number: 1, atHome: atHome, facts: [Self.summary])
            #expect(try await Self.figure(of: .movedHome, .kept, episode) == wanted)
        }
    }

    @Test func `nobody can say of an episode without placements and facts that no one was placed again`() async throws {
        var episode = MadeEpisode(number: 1)
        #expect(try await Self.figure(of: .placedAgain("breakdown"), .kept, episode) == Self.unknown)
        episode.facts = [Self.summary]
        #expect(try await Self.figure(of: .placedAgain("breakdown"), .kept, episode) == Self.no)
        episode.facts = []
        episode.spells = [MadeEpisode.place("home", 1)]
        #expect(try await Self.figure(of: .placedAgain("breakdown"), .kept, episode) == Self.no)
    }

    // MARK: What happened

    @Test func `without a concern it is a no only where the time of treatment is on record`() async throws {
        let count = MeasureCount.happened("concern", [FieldTest("level", in: ["substantiated"])])
        func figure(_ facts: [MadeEpisode.Fact]) async throws -> MeasureSQLTests.Figure {
            try await Self.figure(of: count, .apart, MadeEpisode(number: 1, model: "mst-can", facts: facts))
        }
        #expect(try await figure([]) == Figure(0, of: 0, unknown: 1))
        #expect(try await figure([MadeEpisode.Fact(kind: "consent", day: 9)]) == Figure(0, of: 0, unknown: 1))
        #expect(try await figure([Self.summary]) == Self.no)
    }

    // MARK: Plans that social care provides

    private static let ended = MeasureCount.turned(
        "protection-status", from: [FieldTest("status", in: ["on-plan"])],
        to: [FieldTest("status", in: ["ended", "stepped-to-cin"])],
        provision: ProvisionStatus(
            .childProtection, field: "status", during: "on-plan", after: "ended", inCare: "escalated")
    )

    private static func status(_ word: String, day: Int) -> MadeEpisode.Fact {
        MadeEpisode.Fact(kind: "protection-status", subject: 1_001, day: day, codes: #"{"status": "\#(word)"}"#)
    }

    private static let nobody = Figure(0, of: 0)

    @Test(
        arguments: [
            ([MadeEpisode.provision("cpp", 1, until: 100)], [], yes),
            ([MadeEpisode.provision("cpp", 1)], [], no),
            ([MadeEpisode.provision("cpp", 10, until: 200)], [], yes),
            ([MadeEpisode.provision("cpp", 10, until: 201)], [], no),
            // On no plan at the first session.
            ([MadeEpisode.provision("cpp", 11)], [], nobody),
            ([MadeEpisode.provision("cpp", 1, until: 10)], [], nobody),
            ([MadeEpisode.provision("cin", 1, until: 100)], [], nobody),
            // One plan after the other, without a gap and with one.
            ([MadeEpisode.provision("cpp", 1, until: 50), MadeEpisode.provision("cpp", 50)], [], no),
            ([MadeEpisode.provision("cpp", 1, until: 50), MadeEpisode.provision("cpp", 70)], [], no),
            // Off the plan and into care is no end of it.
            ([MadeEpisode.provision("cpp", 1, until: 100), MadeEpisode.provision("looked-after", 90)], [], no),
            (
                [MadeEpisode.provision("cpp", 1, until: 100), MadeEpisode.provision("looked-after", 90, until: 150)],
                [], yes
            ),
            // Somebody wrote it down too: the later word counts, and of one day what was written.
            ([MadeEpisode.provision("cpp", 1, until: 100)], [status("on-plan", day: 3)], yes),
            ([MadeEpisode.provision("cpp", 1)], [status("ended", day: 120)], yes),
            ([MadeEpisode.provision("cpp", 1, until: 100)], [status("escalated", day: 100)], no),
        ] as [([MadeEpisode.Spell], [MadeEpisode.Fact], MeasureSQLTests.Figure)])
    func `a plan that social care provides counts as one that somebody wrote down`(
        spells: [MadeEpisode.Spell], facts: [MadeEpisode.Fact], wanted: MeasureSQLTests.Figure
    ) async throws {
        let episode = MadeEpisode(number: 1, model: "mst-can", facts: facts, spells: spells)
        #expect(try await Self.figure(of: Self.ended, .apart, episode) == wanted)
    }

    @Test func `a plan of a sibling counts with that of the child`() async throws {
        let sibling = MadeEpisode.Fact(sort: "participant", kind: "sibling", role: "sibling", subject: 77, day: 5)
        func figure(_ spells: [MadeEpisode.Spell]) async throws -> MeasureSQLTests.Figure {
            try await Self.figure(
                of: Self.ended, .apart, MadeEpisode(number: 1, model: "mst-can", facts: [sibling], spells: spells))
        }
        let own = MadeEpisode.provision("cpp", 1, until: 100)
        #expect(try await figure([own, MadeEpisode.provision("cpp", 1, child: 77)]) == Self.no)
        #expect(try await figure([own, MadeEpisode.provision("cpp", 1, until: 100, child: 77)]) == Self.yes)
        #expect(try await figure([own, MadeEpisode.provision("cpp", 1, child: 78)]) == Self.yes)
    }
}
