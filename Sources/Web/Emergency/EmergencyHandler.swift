import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Opens a record in an emergency.
struct EmergencyHandler: Sendable {
    private typealias Address = EmergencyPage.Address

    let offices: OfficeFinder
    let replies: DoorReplies

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.breakGlass)) { try await ask($0) },
            .post(
                Address.page, .action(.breakGlass),
                fields: [OfficePlace.field, Address.episode, Address.reason, Address.hours]
            ) { try await open($0) },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let wanted = QueryText(visit.request.uri.query).items.first { $0.name == OfficePlace.field }?.value
        let office = try await offices.office(of: visit, for: .breakGlass, at: wanted)
        var typed = EmergencyPage.Typed()
        typed.hours = "\(GlassHours.usual.number)"
        return page(office, typed, visit)
    }

    private func open(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .breakGlass, at: visit.form[OfficePlace.field])
        var typed = EmergencyPage.Typed()
        typed.episode = visit.form[Address.episode]
        typed.reason = visit.form[Address.reason]
        typed.hours = visit.form[Address.hours]
        guard let ref = EpisodeRef(typed.episode.filter { !$0.isWhitespace }) else {
            return page(office, typed, visit, ("Write the site’s reference of the episode.", Address.episode))
        }
        // One line: what was typed on several is one sentence after another.
        let reason = typed.reason.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard let hours = Int(typed.hours.filter { !$0.isWhitespace }).flatMap({ GlassHours($0) }) else {
            let sentence = "Write a whole number of hours, 1 to \(GlassHours.most.number)."
            return page(office, typed, visit, (sentence, Address.hours))
        }
        do {
            let until = try await office.practice.breakGlass(ref, at: office.site.code, because: reason, for: hours)
            let end = LocalText.minute(until, SiteClock(office.site.timeZone))
            let opened = EmergencyPage.opened(ref.text, until: end, at: office.place)
            return replies.page(opened, to: visit)
        } catch GlassFault.reasonTooShort {
            let sentence = "Say in words why it cannot wait, in at least \(GlassBook.shortestReason) letters."
            return page(office, typed, visit, (sentence, Address.reason))
        } catch PracticeFault.unknownEpisode {
            let sentence = "\(office.site.name) has no episode of that reference."
            return page(office, typed, visit, (sentence, Address.episode))
        }
    }

    private func page(
        _ office: OfficeFinder.Office, _ typed: EmergencyPage.Typed, _ visit: Visit,
        _ problem: (sentence: String, field: String)? = nil
    ) -> Response {
        let page = EmergencyPage(
            at: office.place, typed: typed, hours: 1...GlassHours.most.number, problem: problem,
            mark: visit.mark.text)
        return Response(page.document(in: visit.frame(replies.frame)), status: problem == nil ? .ok : .badRequest)
    }
}
