import CivilDate
import EpisodeEngine
import Intervention

/// What applying a site file changes. Made before anything is written, so that it can be shown.
package struct SitePlan: Hashable, Sendable {
    /// What happens to the site itself.
    package enum SiteStep: Hashable, Sendable {
        /// It is new.
        case create
        /// These of its keys change.
        case change([String])
        /// It is as the file says.
        case keep
    }

    /// What happens to a team in the record.
    package enum TeamStep: Hashable, Sendable {
        /// It is new, and its opening is recorded.
        case open(on: CivilDate)
        /// It is new and its first day is to come: the opening is recorded by an apply from that day on.
        case announce(CivilDate)
        /// It was announced and its day has come.
        case openAnnounced(on: CivilDate)
        /// Its first day was another: corrected.
        case moveStart(from: CivilDate, to: CivilDate)
        /// Its model was another, and no family was ever treated under that: corrected.
        case changeModel(from: ModelID, to: ModelID)
        /// Its readiness review, its licence or its rota is recorded or corrected.
        case stand(StandingStep)
        /// It is as the file says.
        case keep
        /// The file does not name it. It stays: its families' history is its own.
        case keepUnnamed
    }

    /// A team and what happens to it, in one or more steps.
    package struct TeamChange: Hashable, Sendable {
        /// The team's code.
        package let code: TeamCode
        /// The steps, at least one.
        package let steps: [TeamStep]
        let known: SiteState.Team?
        let wanted: SiteFile.Team?
    }

    /// The site's code.
    package let code: SiteCode
    /// What happens to the site itself.
    package let site: SiteStep
    /// The version that the document is kept as; nil when the last one is the same, byte for byte.
    package let newVersion: SettingsVersion?
    /// The teams: those of the file in its order, then those that it does not name.
    package let teams: [TeamChange]
    /// What the file says otherwise than the one before it, beyond the site's own row and the record of its teams.
    package let changes: [SiteChange]
    /// What the person who applies it should know; never an obstacle.
    package let advisories: [Advisory]

    /// Whether applying leaves everything as it is.
    package var changesNothing: Bool {
        site == .keep && newVersion == nil
            && teams.allSatisfy { $0.steps.allSatisfy { $0 == .keep || $0 == .keepUnnamed } }
    }
}
