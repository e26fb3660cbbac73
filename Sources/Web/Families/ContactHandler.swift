import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Asks for a contact and records it, once however often it is sent. A script that sends what waited on the device is told in
/// a line where the contact is shown; whoever sends the form is led there.
struct ContactHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(ContactPage.Address.page, .action(.recordEpisode)) { try await ask($0) },
            .post(ContactPage.Address.page, .action(.recordEpisode), fields: ContactPage.Address.fields) {
                try await record($0)
            },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .recordEpisode, at: query[OfficePlace.field])
        guard let ref = query[EpisodePage.Address.ref].flatMap({ EpisodeRef($0) }) else {
            throw WebRefusal(.notFound, .notFound)
        }
        // Whoever does not reach the family is not asked.
        _ = try await office.practice.episode(ref, at: office.site.code)
        return page(visit, ref, form(visit, ref, office, key: Visit.newKey()), [])
    }

    private func record(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordEpisode, at: visit.form[OfficePlace.field])
        guard let ref = EpisodeRef(visit.form[EpisodePage.Address.ref]) else {
            throw WebRefusal(.notFound, .notFound)
        }
        var reading = FormReading(visit.form)
        let contact = ContactReading.contact(&reading, id: office.practice.newID())
        let day = reading.day(ContactPage.Address.day, "The day")
        let form = form(visit, ref, office, key: visit.form[AskForm.keyField]).filled(by: reading.values)
        guard let contact, let day, reading.faults.isEmpty else { return page(visit, ref, form, reading.faults) }
        do {
            _ = try await office.practice.recordOnce(
                .command(.recordContact(contact)), on: day, in: ref, seen: nil, as: try visit.keyed(),
                at: office.site.code)
        } catch let fault as KeyedWriteFault {
            // Under another key it is another contact, and somebody says so by sending it once more.
            let sent = visit.form[AskForm.keyField]
            let isRunning = fault == .stillRunning
            let again = self.form(visit, ref, office, key: isRunning ? sent : Visit.newKey()).filled(by: reading.values)
            return page(
                visit, ref, again, [FormFault(nil, fault.sentence)], replaced: isRunning ? nil : sent,
                status: isRunning ? .conflict : .badRequest)
        } catch let refusal as Refusal {
            return page(visit, ref, form, [FormFault(ContactPage.Address.day, refusal.sentence)])
        }
        let way = "\(FamiliesPage.Address.own)?\(OfficePlace.field)=\(office.site.code)"
        let shown = "\(way)&\(FamiliesPage.Address.recorded)=\(ref)"
        return visit.wantsLine ? Response(text: shown, type: "text/plain; charset=utf-8") : .elsewhere(shown)
    }

    private func form(_ visit: Visit, _ ref: EpisodeRef, _ office: OfficeFinder.Office, key: String) -> AskForm {
        ContactPage.form(
            ref, at: office.place, on: office.day(visit.now), key: key, mark: visit.mark.text)
    }

    /// - Parameter replaced: the key that the form had; nil when it keeps it.
    private func page(
        _ visit: Visit, _ ref: EpisodeRef, _ form: AskForm, _ faults: [FormFault], replaced: String? = nil,
        status: HTTPResponse.Status = .badRequest
    ) -> Response {
        let document = ContactPage.document(
            ref, form, faults: faults, unsent: visit.unsent?.replacing(replaced),
            in: visit.frame(frame).keepingContacts)
        return .keepingContacts(document, status: faults.isEmpty ? .ok : status)
    }
}
