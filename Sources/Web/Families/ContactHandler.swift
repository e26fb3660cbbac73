import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Asks for a contact and records it, once however often it is sent.
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
        let contact = contact(&reading, id: office.practice.newID())
        let day = reading.day(ContactPage.Address.day, "The day")
        let form = form(visit, ref, office, key: visit.form[AskForm.keyField]).filled(by: reading.values)
        guard let contact, let day, reading.faults.isEmpty else { return page(visit, ref, form, reading.faults) }
        do {
            _ = try await office.practice.recordOnce(
                .command(.recordContact(contact)), on: day, in: ref, seen: nil, as: try visit.keyed(),
                at: office.site.code)
        } catch let fault as KeyedWriteFault {
            // Under another key it is another contact, and somebody says so by sending it once more.
            let key = fault == .stillRunning ? visit.form[AskForm.keyField] : Visit.newKey()
            let again = self.form(visit, ref, office, key: key).filled(by: reading.values)
            return page(visit, ref, again, [FormFault(nil, fault.sentence)])
        } catch let refusal as Refusal {
            return page(visit, ref, form, [FormFault(ContactPage.Address.day, refusal.sentence)])
        }
        let way = "\(FamiliesPage.Address.own)?\(OfficePlace.field)=\(office.site.code)"
        return .elsewhere("\(way)&\(FamiliesPage.Address.recorded)=\(ref)")
    }

    private func contact(_ reading: inout FormReading, id: ContactID) -> Contact? {
        typealias Address = ContactPage.Address
        let mode = reading.choice(Address.mode, "How it was held") { ContactMode(rawValue: $0) }
        let party = reading.choice(Address.party, "Whom it was with") { ContactParty(rawValue: $0) }
        let minutes = reading.whole(Address.minutes, "The number of minutes", in: 0...1_440)
        guard let mode, let party else { return nil }
        return Contact(id: id, mode: mode, party: party, minutes: minutes.flatMap { Minutes($0) })
    }

    private func form(_ visit: Visit, _ ref: EpisodeRef, _ office: OfficeFinder.Office, key: String) -> AskForm {
        ContactPage.form(
            ref, at: office.place, on: office.day(visit.now), key: key, mark: visit.mark.text)
    }

    private func page(_ visit: Visit, _ ref: EpisodeRef, _ form: AskForm, _ faults: [FormFault]) -> Response {
        let document = ContactPage.page(ref, form, faults: faults).document(in: visit.frame(frame))
        return Response(document, status: faults.isEmpty ? .ok : .badRequest)
    }
}
