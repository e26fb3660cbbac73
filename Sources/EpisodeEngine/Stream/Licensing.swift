import CivilDate
import Intervention

/// What the engine knows of the licences of teams when a family is referred.
package enum Licensing: Hashable, Sendable {
    /// What happened is written down, whoever was licensed: the missing licence of a team that is named here is advice.
    case history([TeamID: LicenceStanding] = [:])
    /// A new episode begins now: it needs a team whose licence is held and whose readiness review is behind it. A team that
    /// is not named here has neither.
    case live([TeamID: LicenceStanding])

    /// Judges that a family begins with a team on a day.
    /// - Returns: advice.
    /// - Throws: `Refusal.notLicensed` for a new episode that may not begin.
    func judge(_ team: TeamID, on day: CivilDate) throws(Refusal) -> [Advisory] {
        switch self {
        case .history(let standings):
            guard let obstacle = standings[team]?.obstacle(on: day) else { return [] }
            return [Advisory(code: obstacle.code, sentence: "on \(day) \(obstacle.sentence)")]
        case .live(let standings):
            let standing = standings[team] ?? LicenceStanding(TeamFacts())
            if let obstacle = standing.obstacle(on: day) { throw .notLicensed(obstacle, on: day) }
            return []
        }
    }
}

/// The rules that a kind of stream is decided under.
package protocol StreamRules: Sendable {
    /// The same rules, knowing of other licences.
    func knowing(_ licensing: Licensing) -> Self
}

extension NoRules: StreamRules {
    package func knowing(_ licensing: Licensing) -> NoRules { self }
}

extension Rulebook: StreamRules {
    package func knowing(_ licensing: Licensing) -> Rulebook {
        var rules = self
        rules.licensing = licensing
        return rules
    }
}
