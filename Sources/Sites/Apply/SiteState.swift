import CivilDate
import EpisodeEngine
import Intervention

/// A site as the database has it, as far as applying a file depends on it.
struct SiteState: Hashable, Sendable {
    /// A team of the site.
    struct Team: Hashable, Sendable {
        let id: TeamID
        let code: TeamCode
        let model: ModelID
        let startedOn: CivilDate
        /// The opening as the record has it; nil while its day has not come.
        let opening: Opening?
    }

    /// The opening of a team in the record.
    struct Opening: Hashable, Sendable {
        let seq: StreamSeq
        let model: ModelID
        let on: CivilDate
    }

    let id: SiteID
    let code: SiteCode
    let name: String
    let jurisdiction: Jurisdiction
    let timeZone: String
    /// The version that was applied last and the checksum of its document.
    let configuration: Configuration?
    let teams: [Team]
    /// Whether there is an episode on record.
    let hasEpisodes: Bool
    /// The teams that have, or had, an episode.
    let teamsWithEpisodes: Set<TeamID>

    /// A site file as it was applied.
    struct Configuration: Hashable, Sendable {
        let version: SettingsVersion
        /// SHA-256 of the document, 32 bytes.
        let checksum: [UInt8]
    }
}
