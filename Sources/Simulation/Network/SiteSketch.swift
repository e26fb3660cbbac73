import CivilDate
import EpisodeStore
import Intervention

/// A site of the invented network: what its file says, who works there, and how it differs.
struct SiteSketch: Sendable {
    /// A team with its therapists.
    struct Team: Sendable {
        let id: TeamID
        let code: TeamCode
        let modelText: String
        /// The place of its model in the list of designs.
        let design: Int
        let startedOn: CivilDate
        let therapists: [Author]
    }

    /// Counted from 1.
    let number: Int
    let code: SiteCode
    let nation: NationSketch
    let teams: [Team]
    let traits: SiteTraits
    let families: Int
    let cycle: SeatCycle

    /// The file that `homeward site apply` would read.
    var document: String {
        let lines = teams.map { "  - {code: \($0.code), model: \($0.modelText), startedOn: \($0.startedOn)}\n" }
        return """
            # An invented site of a simulated network.
            code: \(code)
            name: Simulated Site \(number)
            jurisdiction: \(nation.jurisdiction.rawValue)
            timeZone: \(nation.timeZone)
            teams:
            \(lines.joined())
            """
    }
}
