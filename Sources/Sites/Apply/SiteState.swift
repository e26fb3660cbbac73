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
        /// Readiness review, licence and rota as the record has them.
        let standing: Standing
    }

    /// The opening of a team in the record.
    struct Opening: Hashable, Sendable {
        let seq: StreamSeq
        let model: ModelID
        let on: CivilDate
    }

    /// What is on record of a team's standing.
    struct Standing: Hashable, Sendable {
        /// The readiness review.
        struct Review: Hashable, Sendable {
            let seq: StreamSeq
            let on: CivilDate
        }

        /// A term of the licence.
        struct Term: Hashable, Sendable {
            let seq: StreamSeq
            let on: CivilDate
            let term: LicenceTerm
        }

        var review: Review?
        var terms: [Term] = []
        var onCall: [OnCallSpell] = []
    }

    let id: SiteID
    let code: SiteCode
    let name: String
    let jurisdiction: Jurisdiction
    let timeZone: String
    /// The version that was applied last; nil when there is none.
    let configuration: Configuration?
    let teams: [Team]
    /// The last day on which a family was referred, by model; empty while there is no episode on record.
    let lastReferrals: [ModelID: CivilDate]
    /// The teams that have, or had, an episode.
    let teamsWithEpisodes: Set<TeamID>

    /// Whether there is an episode on record.
    var hasEpisodes: Bool { !lastReferrals.isEmpty }

    /// A site file as it was applied.
    struct Configuration: Hashable, Sendable {
        let version: SettingsVersion
        /// SHA-256 of the document, 32 bytes.
        let checksum: [UInt8]
        let file: SiteFile
    }
}
