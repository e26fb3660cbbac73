import CivilDate
import Intervention

/// A licensed site as it stands in the database.
package struct Site: Hashable, Sendable {
    /// A team of the site.
    package struct Team: Hashable, Sendable {
        /// Its id.
        package let id: TeamID
        /// Its code, unique within the site.
        package let code: TeamCode
        /// The one model that it delivers.
        package let model: ModelID
        /// The day it starts its work.
        package let startedOn: CivilDate
        /// When its opening became known; nil while its first day is to come.
        package let knownFrom: Instant?
    }

    /// The number that the database gave it.
    package let id: SiteID
    /// Its code.
    package let code: SiteCode
    /// The name that people use.
    package let name: String
    /// Whose law and statistics it works under.
    package let jurisdiction: Jurisdiction
    /// Where its days begin and end.
    package let timeZone: SiteTimeZone
    /// The version of its configuration that is in force.
    package let settings: SettingsVersion
    /// Its teams by code.
    package let teams: [Team]

    /// The team of that code; nil when there is none.
    package func team(_ code: TeamCode) -> Team? { teams.first { $0.code == code } }

    /// The site under another version of its configuration.
    package func under(_ version: SettingsVersion) -> Site {
        Site(
            id: id, code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone, settings: version,
            teams: teams)
    }

    /// The models that the site runs: those of teams that are open.
    /// - Parameters:
    ///   - team: only this team's; nil for all.
    ///   - instant: as it was known then; nil for now.
    package func runningModels(team: TeamCode? = nil, knownAt instant: Instant? = nil) -> Set<ModelID> {
        let open = teams.filter { candidate in
            guard let knownFrom = candidate.knownFrom, team == nil || candidate.code == team else { return false }
            return instant.map { knownFrom <= $0 } ?? true
        }
        return Set(open.map(\.model))
    }
}
