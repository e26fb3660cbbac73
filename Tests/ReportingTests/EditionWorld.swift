import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Reporting
import Sites
import Testing

/// A network whose closures of 2025 are large enough for some figures and too small for others.
struct EditionWorld: Sendable {
    let world: FixtureWorld
    let practice: Practice
    /// Two sites.
    let north: FixtureSite, south: FixtureSite
    /// The references of the first site's episodes that are corrected later, and of theirs the ids.
    let late: [FixtureEpisode]

    static func with<Result: Sendable>(_ body: (EditionWorld) async throws -> Result) async throws -> Result {
        try await IndicatorPracticeTests.with { world, north, practice in
            let south = try await IndicatorPracticeTests.site("south", in: world, practice)
            let late = try episodes("N", 240)
            try await world.record(late, on: north)
            try await world.record(try episodes("S", 160), on: south)
            return try await body(
                EditionWorld(world: world, practice: practice, north: north, south: south, late: late))
        }
    }

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// Episodes that close one after the other over 2025.
    private static func episodes(_ prefix: String, _ count: Int) throws -> [FixtureEpisode] {
        let first = try day("2025-01-02")
        return (0..<count).map { place in
            let end = first.adding(days: place * 360 / count)
            let reason: ClosureReasonID =
                place % 6 == 5 ? "placed" : place % 11 == 10 ? "lack-of-engagement" : "completed"
            func answer(_ step: Int) -> Answer { place % step == step - 1 ? .no : place % 9 == 8 ? .unknown : .yes }
            var episode = FixtureEpisode(
                from: end.adding(days: -120), through: end, reason: reason,
                outcomes: [.atHome: answer(5), .inSchoolOrWork: answer(4), .noNewArrests: answer(7)])
            episode.ref = EpisodeRef("\(prefix)-\(place)")
            return episode
        }
    }

    func request(
        _ profile: EditionProfile = .network, from: String = "2025-01-01", through: String = "2025-12-31",
        restating number: EditionNumber? = nil
    ) throws -> EditionRequest {
        try EditionRequest(
            profile, from: try Self.day(from), through: try Self.day(through), restating: number)
    }

    func freeze(
        _ profile: EditionProfile = .network, from: String = "2025-01-01", through: String = "2025-12-31",
        restating number: EditionNumber? = nil
    ) async throws -> Edition {
        let frozen = try await practice.freeze(
            try request(profile, from: from, through: through, restating: number), madeBy: "a test")
        return try #require(frozen.edition)
    }

    /// Corrects the closing of the first so many of the first site's episodes that ended otherwise.
    func correct(
        _ count: Int, from reason: ClosureReasonID = "completed", since first: CivilDate? = nil
    ) async throws -> [EpisodeRef] {
        var refs: [EpisodeRef] = []
        for episode in late where refs.count < count && episode.closing?.closing.reason == reason {
            if let first, let day = episode.closing?.on, day < first { continue }
            guard let (closing, day) = episode.closing, let ref = episode.ref else { continue }
            let other = EpisodeCommand.close(Closing(reason: "placed", outcomes: closing.outcomes))
            let head = try #require(try await world.load(episode.id, of: north)).history.head
            try await practice.correct(
                Correction(cause: .entryError, replacements: [.init(head, with: other, on: day)]), of: episode.id,
                at: north.code)
            refs.append(ref)
        }
        return refs.sorted { $0.text < $1.text }
    }
}
