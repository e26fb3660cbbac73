import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Looks into what was opened in emergencies.
struct EmergencyReviewHandler: Sendable {
    private typealias Address = EmergencyReviewPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.reviewGlass)) { visit in
                let wanted = QueryText(visit.request.uri.query).items.first { $0.name == OfficePlace.field }?.value
                return try await page(try await offices.office(of: visit, for: .reviewGlass, at: wanted), visit)
            },
            .post(
                Address.page, .action(.reviewGlass), fields: [OfficePlace.field, Address.episode, Address.actor]
            ) { try await review($0) },
        ]
    }

    private func review(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .reviewGlass, at: visit.form[OfficePlace.field])
        guard let ref = EpisodeRef(visit.form[Address.episode]), let actor = AccountCode(visit.form[Address.actor])
        else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        do {
            try await office.practice.reviewGlass(ref, openedBy: actor, at: office.site.code)
        } catch PracticeFault.unknownEpisode {
            throw WebRefusal(.notFound, .notFound)
        } catch GlassFault.nothingToReview {
            let sentence = "Nothing of \(ref) that \(actor) opened waits to be looked into by you."
            return try await page(office, visit, problem: sentence)
        }
        return .elsewhere("\(Address.page)?\(OfficePlace.field)=\(office.site.code)")
    }

    private func page(
        _ office: OfficeFinder.Office, _ visit: Visit, problem: String? = nil
    ) async throws -> Response {
        let records = try await office.practice.openedRecords(at: office.site.code)
        let page = EmergencyReviewPage(
            at: office.place, records, clock: SiteClock(office.site.timeZone),
            reader: visit.session?.code.text ?? "", problem: problem, mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: problem == nil ? .ok : .conflict)
    }
}
