import Intervention
import Postgres

/// The site that a transaction may see, for row-level security.
package enum SiteScope {
    /// The setting that the policies read.
    package static let setting = "homeward.site"

    /// The scope of a transaction that is about to begin.
    package static func session(of site: SiteID) -> SessionScope {
        SessionScope(settings: [(setting, String(site.number))])
    }

    /// Sets the scope in a transaction that has begun: a site that is being made has no number before.
    static func enter(_ site: SiteID) -> Statement {
        "SELECT set_config(\(setting), \(String(site.number)), true)"
    }

    /// Leaves every scope.
    static let leave: Statement = "SELECT set_config('homeward.site', '', true)"
}
