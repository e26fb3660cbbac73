import Intervention
import Postgres
import Vault

/// The codes of a site's teams, by their ids: reports name teams by code.
struct TeamCodes: Sendable {
    private var codes: [TeamID: String] = [:]

    /// Reads the rows of ``select(of:)``.
    init(_ rows: Rows) throws(PostgresFault) {
        for row in rows {
            let (id, code) = try row.decode(UUIDBytes.self, String.self)
            codes[TeamID(id)] = code
        }
    }

    /// The code of a team; nil when the site has no such team.
    func code(of team: TeamID) -> String? { codes[team] }

    static func select(of site: SiteID) -> Statement {
        "SELECT team_id, code FROM site.team WHERE site_id = \(site.number)"
    }
}
