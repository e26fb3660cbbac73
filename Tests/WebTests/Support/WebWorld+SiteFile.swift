import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Sites

extension WebWorld {
    /// When the posts of ``license(besides:staff:)`` begin unless they say otherwise.
    static var postsBegin: CivilDate { FixtureWorld.today.adding(days: -3650) }

    /// Gives the site `north` a licence, so that families can begin there.
    /// - Parameters:
    ///   - besides: Further lines of the site's file.
    ///   - staff: The posts of the team for MST, each as `code: t-1, role: therapist, fte: 1`.
    func license(besides: [String] = [], staff: [String] = []) async throws {
        let began = Self.postsBegin
        var lines = [
            "code: north", "name: North House", "jurisdiction: england", "timeZone: Europe/London",
            "licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}",
        ]
        lines += besides
        lines.append("teams:")
        for model in fixtures.models.ids {
            lines += ["- code: north-\(model)", "  model: \(model)", "  startedOn: \(began)"]
            guard model == "mst", !staff.isEmpty else { continue }
            lines.append("  staff:")
            lines += staff.map { "  - {\($0), from: \(began)}" }
        }
        let text = lines.joined(separator: "\n") + "\n"
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: fixtures.models))
    }
}
