import CivilDate
import Intervention

/// What the engine knows of the licences of teams when a family is referred.
package struct Licensing: Hashable, Sendable {
    private enum Bearing: Hashable {
        case history
        case live
    }

    /// A family that is with a team from a day on.
    struct Beginning: Hashable {
        let team: TeamID
        let day: CivilDate
    }

    private let bearing: Bearing
    private let standings: [TeamID: LicenceStanding]
    /// What stands on record already; it was judged when it was recorded.
    private var recorded: Set<Beginning> = []

    private init(_ bearing: Bearing, _ standings: [TeamID: LicenceStanding]) {
        self.bearing = bearing
        self.standings = standings
    }

    /// What happened is written down, whoever was licensed: the missing licence of a team that is named here is advice.
    package static func history(_ standings: [TeamID: LicenceStanding] = [:]) -> Licensing {
        Licensing(.history, standings)
    }

    /// A new episode begins now: it needs a team whose licence is held and whose readiness review is behind it. A team
    /// that is not named here has neither.
    package static func live(_ standings: [TeamID: LicenceStanding]) -> Licensing {
        Licensing(.live, standings)
    }

    /// The same, for a correction of what stands: only a family that comes to another team or day by it is judged.
    func beside(_ recorded: Set<Beginning>) -> Licensing {
        var licensing = self
        licensing.recorded = recorded
        return licensing
    }

    /// Judges that a family begins with a team on a day.
    /// - Returns: advice.
    /// - Throws: `Refusal.notLicensed` for a new episode that may not begin.
    func judge(_ team: TeamID, on day: CivilDate) throws(Refusal) -> [Advisory] {
        guard !recorded.contains(Beginning(team: team, day: day)) else { return [] }
        switch bearing {
        case .history:
            guard let obstacle = standings[team]?.obstacle(on: day) else { return [] }
            return [Advisory(code: obstacle.code, sentence: "on \(day) \(obstacle.sentence)")]
        case .live:
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
