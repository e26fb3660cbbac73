import Intervention
import Postgres

/// What a transaction may see, for row-level security: the site, and how much of it.
package enum SiteScope {
    /// The programme's own: all of a site, with every kind of content.
    package static func whole(_ site: SiteID, and further: [(name: String, value: String)] = []) -> SessionScope {
        SessionScope(settings: [(siteName, String(site.number))] + wholeSettings + further)
    }

    /// A site of which nothing is reached until `access.enter` works out what.
    package static func closed(_ site: SiteID, and further: [(name: String, value: String)] = []) -> SessionScope {
        SessionScope(settings: [(siteName, String(site.number))] + further)
    }

    /// All of the sites that the transaction will enter: one that is being made has no number before.
    package static let toEnter = SessionScope(settings: wholeSettings)

    /// Reaches all of the site that the transaction is in.
    package static let reachAll: Statement = """
        SELECT set_config('homeward.reach', 'site', true),
            set_config('homeward.aspects', '{identity,narrative,record,scores,staff-measures}', true)
        """

    /// Goes on with these kinds of content.
    package static func see(_ aspects: [String]) -> Statement {
        "SELECT set_config('homeward.aspects', (\(aspects))::text, true)"
    }

    /// Sets the site in a transaction that has begun.
    package static func enter(_ site: SiteID) -> Statement {
        "SELECT set_config(\(siteName), \(String(site.number)), true)"
    }

    /// Leaves every site.
    static let leave: Statement = "SELECT set_config('homeward.site', '', true)"

    private static let siteName = "homeward.site"

    private static let wholeSettings = [
        (name: "homeward.reach", value: "site"),
        (name: "homeward.aspects", value: "{identity,narrative,record,scores,staff-measures}"),
    ]
}
