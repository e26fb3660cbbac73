import Accounts
import CivilDate
import Intervention
import Pages
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

    /// As whom the visitor treats families at a site on a day: under their own code, and for those whom they cover.
    func ownStaffCodes(at site: SiteID, on day: CivilDate) -> Set<StaffCode> {
        let grants = session?.seat?.grants ?? []
        return Set(grants.filter { $0.role == .therapist && $0.site == site && $0.holds(on: day) }.compactMap(\.staff))
    }
}
