import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Looks for families by name, reference or number.
struct SearchHandler: Sendable {
    private typealias Address = SearchPage.Address

    /// The most characters that are looked for.
    private static let longest = 200

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.search)) { visit in
                let site = QueryFields(visit)[OfficePlace.field]
                let office = try await offices.office(of: visit, for: .search, at: site)
                return page(office, visit, FormValues(texts: [OfficePlace.field: office.site.code.text]))
            },
            .post(Address.page, .action(.search), fields: [OfficePlace.field, Address.text]) { try await search($0) },
        ]
    }

    private func search(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .search, at: visit.form[OfficePlace.field])
        var reading = FormReading(visit.form)
        let text = reading.words(
            Address.text, "What to look for", isRequired: true, atMost: SearchHandler.longest)
        guard let text else { return page(office, visit, reading.values, reading.faults) }
        let found = try await office.practice.findFamilies(text, at: office.site.code)
        return page(office, visit, reading.values, found: found)
    }

    private func page(
        _ office: OfficeFinder.Office, _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [],
        found: FoundFamilies? = nil
    ) -> Response {
        let page = SearchPage(at: office.place, values: values, found: found, faults: faults, mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }
}
