import CivilDate
import EpisodeFixtures
import Intervention
import Testing

@testable import Sites

extension SiteWorld {
    /// A file of the site NORTH with one team of standard MST and further lines.
    /// - Parameters:
    ///   - top: lines of the site.
    ///   - team: lines of the team, each indented by four.
    func north(_ top: String = "", team: String = "", startedOn day: String = "2020-04-06") throws -> SiteFile {
        let text = """
            code: NORTH
            name: North House
            jurisdiction: england
            timeZone: Europe/London
            \(top)
            teams:
              - code: A
                model: mst
                startedOn: \(day)
            \(team)
            """
        return try SiteFile.read(Array(text.utf8), models: fixtures.models)
    }

    /// Lines that set the caseload of standard MST, each from a day on.
    func caseload(_ entries: [(most: Int, from: CivilDate)]) -> String {
        "settings:\n"
            + entries.map {
                "  - {model: mst, key: caseload-most, value: \($0.most), from: \($0.from), reason: tried}\n"
            }
            .joined()
    }
}
