import Accounts
import HTTPTypes
import Hummingbird
import Pages
import Practice
import Sites

/// Answers with the pages about a site itself: settings, staff, rota.
struct SiteHandler: Sendable {
    private typealias Address = SitePages.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.settings, .action(.showSite)) { try await settings($0) },
            .get(Address.staff, .action(.recordTeam)) { try await staff($0) },
            .get(Address.rota, .action(.showSite)) { try await rota($0) },
        ]
    }

    private func settings(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showSite, at: QueryFields(visit)[OfficePlace.field])
        let view = try await office.practice.show(office.site.code)
        let history = try await office.practice.siteHistory(of: office.site.code)
        let page = SiteSettingsPage(
            view, history, at: office.place, visit.ways(at: office))
        return Response(page.document(in: visit.frame(frame, at: SitePages.Address.settings)))
    }

    private func staff(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordTeam, at: QueryFields(visit)[OfficePlace.field])
        let sheet = try await office.practice.staffSheet(at: office.site.code)
        return Response(StaffPage(sheet, at: office.place, visit.ways(at: office)).document(in: visit.frame(frame)))
    }

    private func rota(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showSite, at: QueryFields(visit)[OfficePlace.field])
        let sheet = try await office.practice.rota(at: office.site.code)
        let page = RotaPage(sheet, at: office.place, visit.ways(at: office))
        return Response(page.document(in: visit.frame(frame)))
    }
}

extension Visit {
    /// Which pages of a site the visitor has besides settings and rota.
    func ways(at office: OfficeFinder.Office) -> SitePages.Ways {
        SitePages.Ways(hasStaff: may(.recordTeam, at: office), hasNights: may(.showJobs, at: office))
    }
}
