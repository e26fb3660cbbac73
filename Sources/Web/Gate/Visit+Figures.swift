import Accounts
import CivilDate
import Intervention
import Sites

extension Visit {
    /// Which figures of a site somebody may see.
    enum Figures: Hashable, Sendable {
        /// Those of the whole site.
        case site
        /// Those of their own team alone.
        case team(TeamCode)
        /// None of it.
        case none
    }

    /// Which figures of a site the visitor may see on a day; all of them where nobody has to sign in.
    func figures(of site: Site, on day: CivilDate) -> Figures {
        guard let seat = session?.seat else { return .site }
        guard let permit = Policy.permit(.report, to: .account(seat), at: site.id, on: day) else { return .none }
        guard permit.ofSite.isEmpty else { return .site }
        for claim in permit.claims {
            if case .team(let id) = claim.breadth, let team = site.teams.first(where: { $0.id == id }) {
                return .team(team.code)
            }
        }
        return .none
    }
}
