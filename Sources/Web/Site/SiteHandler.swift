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
            view, history, at: office.place, hasStaff: visit.may(.recordTeam, at: office))
        return Response(page.document(in: visit.frame(frame, at: SitePages.Address.settings)))
    }

    private func staff(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordTeam, at: QueryFields(visit)[OfficePlace.field])
        let sheet = try await office.practice.staffSheet(at: office.site.code)
        return Response(StaffPage(sheet, at: office.place).document(in: visit.frame(frame)))
    }

    private func rota(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showSite, at: QueryFields(visit)[OfficePlace.field])
        let sheet = try await office.practice.rota(at: office.site.code)
        let page = RotaPage(sheet, at: office.place, hasStaff: visit.may(.recordTeam, at: office))
        return Response(page.document(in: visit.frame(frame)))
    }
}
