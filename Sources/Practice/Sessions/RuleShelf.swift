import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Sites

/// What a practice has understood and laid out of its sites' configurations, each once. A version that was applied never
/// changes, and neither does a version of a model or the number of a site, so nothing here grows old.
package final class RuleShelf: Sendable {
    /// What a rulebook is laid out of: a stretch of days on which a version of a site's settings gives the same values.
    struct Key: Hashable, Sendable {
        let site: SiteID
        let settings: SettingsVersion
        let model: ModelID
        let version: ModelVersion
        let since: CivilDate?
    }

    let configurations = SiteConfigurations()
    private let rulebooks = Guarded<[Key: Rulebook]>([:])
    private let sites = Guarded<[SiteCode: SiteID]>([:])

    /// An empty one.
    package init() {}

    /// The number of a site that was found before.
    func site(_ code: SiteCode) -> SiteID? { sites.withLock { $0[code] } }

    /// Keeps the number of a site.
    func keep(_ id: SiteID, of code: SiteCode) { sites.withLock { $0[code] = id } }

    /// The rulebook of a key, laid out when it is asked for the first time.
    func rulebook(_ key: Key, laidOut: () throws -> Rulebook) throws -> Rulebook {
        if let known = rulebooks.withLock({ $0[key] }) { return known }
        let rulebook = try laidOut()
        rulebooks.withLock { $0[key] = rulebook }
        return rulebook
    }
}
