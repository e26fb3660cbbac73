import Accounts
import CivilDate
import Intervention
import Pages
import Practice
import Sites

extension Visit {
    /// What is around a page that a visitor reads: with the pages of their day.
    /// - Parameter here: the address of the page among them that this one belongs to; nil for none.
    func frame(_ frame: PageFrame, at here: String? = nil) -> PageFrame {
        guard let seat = session?.seat else { return frame }
        return frame.leading(to: Offices.daily(of: seat, on: now), at: here)
    }

    /// Whether the visitor may do something at a site at all.
    func may(_ action: Action, at office: OfficeFinder.Office) -> Bool {
        guard let seat = session?.seat else { return false }
        return Policy.permit(action, to: .account(seat), at: office.site.id, on: office.day(now)) != nil
    }

    /// Whether the visitor may do something with a family, by team, by allocation or for the whole site; not by way of the
    /// team's telephone or of an emergency, which last hours.
    func may(_ action: Action, at office: OfficeFinder.Office, with family: FamilySheet) -> Bool {
        guard let seat = session?.seat else { return false }
        let permit = Policy.permit(action, to: .account(seat), at: office.site.id, on: office.day(now))
        let (sheet, team) = (family.sheet, family.sheet.team.flatMap { office.site.team($0)?.id })
        let therapist = sheet.facts.assignment(on: sheet.day)?.therapist
        return permit?.claims.contains { claim in
            switch claim.breadth {
            case .site: true
            case .team(let id): id == team
            case .staff(let code): code == therapist
            case .onCall, .opened, .nobody: false
            }
        } ?? false
    }

    /// As whom the visitor treats families at a site on a day: under their own code, and for those whom they cover.
    func ownStaffCodes(at site: SiteID, on day: CivilDate) -> Set<StaffCode> {
        let grants = session?.seat?.grants ?? []
        return Set(grants.filter { $0.role == .therapist && $0.site == site && $0.holds(on: day) }.compactMap(\.staff))
    }
}
