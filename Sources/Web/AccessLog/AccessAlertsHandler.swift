import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// The looks that the nights found worth looking into.
struct AccessAlertsHandler: Sendable {
    private typealias Address = AccessAlertsPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [.get(Address.page, .action(.showAccessLog)) { try await show($0) }]
    }

    private func show(_ visit: Visit) async throws -> Response {
        var (wanted, from): (String?, String) = (nil, "")
        var seen: Set<String> = []
        for item in QueryText(visit.request.uri.query).items {
            guard let value = item.value, seen.insert(item.name).inserted else {
                throw WebRefusal(.badRequest, .badRequest)
            }
            switch item.name {
            case OfficePlace.field: wanted = value
            case Address.from: from = value
            default: throw WebRefusal(.badRequest, .badRequest)
            }
        }
        let office = try await offices.office(of: visit, for: .showAccessLog, at: wanted)
        let day = CivilDate(iso: from)
        guard from.isEmpty || day != nil else {
            let page = AccessAlertsPage(at: office.place, from: from, alerts: [], problem: QueryFields.noDay)
            return Response(page.document(in: visit.frame(frame)), status: .badRequest)
        }
        let alerts = try await office.practice.accessAlerts(at: office.site.code, from: day)
        let page = AccessAlertsPage(at: office.place, from: from, alerts: alerts)
        return Response(page.document(in: visit.frame(frame)))
    }
}
