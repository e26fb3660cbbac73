import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Letters about a family, each a page to be printed. What a letter says is looked at like the record that it is made from,
/// and nothing of it is kept.
struct LetterHandler: Sendable {
    private typealias Address = LetterPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.referral, .action(.showReferrals)) { try await ofReferral($0) },
            .get(Address.family, .action(.showEpisode)) { try await ofFamily($0) },
            .get(Address.appointment, .action(.showEpisode)) { try await ask($0) },
            .post(
                Address.appointment, .action(.showEpisode),
                fields: Set(DateParts.names(MeetingForm.day)).union([
                    OfficePlace.field, EpisodePage.Address.ref, MeetingForm.time, MeetingForm.place,
                ])
            ) { try await write($0) },
        ]
    }

    private func ofReferral(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showReferrals, at: query[OfficePlace.field])
        let sheet = try await office.practice.referralLetter(
            about: ref(query[EpisodePage.Address.ref]), at: office.site.code)
        // Before there were several, the letter was about the decision.
        let kind = query[Address.kind].map { LetterKind(rawValue: $0) } ?? .decision
        let page = kind.flatMap { $0.isOfReferral ? LetterPage($0, sheet) : nil }
        return try letter(page, from: .referral, visit, office)
    }

    private func ofFamily(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showEpisode, at: query[OfficePlace.field])
        let sheet = try await office.practice.familyLetter(
            about: ref(query[EpisodePage.Address.ref]), at: office.site.code)
        let kind = query[Address.kind].flatMap { LetterKind(rawValue: $0) }
        let page = kind.flatMap { $0.isOfReferral ? nil : LetterPage($0, sheet) }
        return try letter(page, from: .family, visit, office)
    }

    private func ref(_ text: String?) throws -> EpisodeRef {
        guard let ref = text.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        return ref
    }

    /// What there is nothing to write of is not there.
    private func letter(
        _ page: LetterPage?, from origin: LetterPage.Origin, _ visit: Visit, _ office: OfficeFinder.Office
    ) throws -> Response {
        guard let page else { throw WebRefusal(.notFound, .notFound) }
        return Response(page.document(in: visit.frame(frame), from: origin, at: office.place.site.value))
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .showEpisode, at: query[OfficePlace.field])
        let sheet = try await invited(ref(query[EpisodePage.Address.ref]), office)
        return form(sheet, visit, office, FormReading(visit.form))
    }

    /// What an invitation is written from; a family that was not accepted, or that was closed, is not invited.
    private func invited(_ ref: EpisodeRef, _ office: OfficeFinder.Office) async throws -> LetterSheet {
        let sheet = try await office.practice.familyLetter(about: ref, at: office.site.code)
        guard LetterKind.appointment.applies(to: sheet.facts, hasDied: sheet.diedOn != nil) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return sheet
    }

    private func write(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .showEpisode, at: visit.form[OfficePlace.field])
        let sheet = try await invited(ref(visit.form[EpisodePage.Address.ref]), office)
        var reading = FormReading(visit.form)
        let day = reading.day(MeetingForm.day, "The day")
        if let day, day < sheet.day { reading.complain(MeetingForm.day, "The day has passed. Type one to come.") }
        let time = reading.words(MeetingForm.time, "The time", isRequired: true).flatMap { LocalTime($0) }
        if time == nil { reading.complain(MeetingForm.time, "The time is none of a clock. Type it as 16:30.") }
        let place = reading.choice(MeetingForm.place, "Where") { LetterMeeting.Place(rawValue: $0) }
        guard reading.faults.isEmpty, let day, let time, let place else { return form(sheet, visit, office, reading) }
        let page = LetterPage(sheet, meeting: LetterMeeting(day: day, time: time, place: place))
        return try letter(page, from: .family, visit, office)
    }

    private func form(
        _ sheet: LetterSheet, _ visit: Visit, _ office: OfficeFinder.Office, _ reading: FormReading
    ) -> Response {
        let page = MeetingForm.page(
            sheet.ref, at: office.place, reading.values, faults: reading.faults, mark: visit.mark.text)
        return Response(page.document(in: visit.frame(frame)), status: reading.faults.isEmpty ? .ok : .badRequest)
    }
}
