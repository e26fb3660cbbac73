import Accounts
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

extension InterviewsHandler {
    /// Makes a carer's own link and shows it, once. It stands in no address: the page that shows it was posted for.
    func makeLink(_ visit: Visit) async throws -> Response {
        let owed = try await posted(visit)
        var reading = FormReading(visit.form)
        let respondent = reading.choice(Field.linkRespondent, "Who is to answer") { Respondent(rawValue: $0) }
        let days = reading.whole(Field.linkDays, "The number of days", in: LinkDays.bounds, isRequired: true)
        if let respondent, let days = days.flatMap({ LinkDays($0) }) {
            do {
                let link = try await owed.office.practice.makeCarerLink(
                    of: owed.ref, for: respondent, holding: days, at: owed.office.site.code)
                return Response(
                    CarerPages.made(
                        link, address: address.base(visit) + CarerPages.address(link.token.revealed()), back: owed.back,
                        in: visit.frame(frame, at: Address.page)))
            } catch let fault as CarerLinkFault {
                reading.complain(nil, fault.description)
            }
        }
        return page(owed, visit, reading.values, reading.faults, sent: .link)
    }
}
