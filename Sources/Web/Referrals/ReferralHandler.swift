import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// One referral: its screening, the decision, and who takes the family on.
struct ReferralHandler: Sendable {
    private typealias Address = ReferralsPage.Address
    private typealias Field = ReferralPage.Field

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        let named: Set<String> = [OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField, AskForm.versionField]
        let days = Set(DateParts.names(Field.day))
        return [
            .get(Address.one, .action(.showReferrals)) { try await show($0) },
            .post(
                Address.one, .action(.showReferrals),
                fields: named.union(days).union([
                    AskForm.buttonField, Field.verdict, Field.reason, Field.onward, "\(Field.answer)-*",
                    "\(Field.happened)-*",
                ])
            ) { try await decide($0) },
            .post(Address.allocation, .action(.showReferrals), fields: named.union(days).union([Field.therapist])) {
                try await allocate($0)
            },
            .post(
                Address.owner, .action(.giveReferral),
                fields: [OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField, Field.owner, Field.turn]
            ) { try await give($0) },
        ]
    }

    private struct Place {
        let office: OfficeFinder.Office
        let ref: EpisodeRef
    }

    private func place(_ visit: Visit, _ site: String?, _ ref: String?) async throws -> Place {
        let office = try await offices.office(of: visit, for: .showReferrals, at: site)
        guard let ref = ref.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        return Place(office: office, ref: ref)
    }

    private func asked(_ visit: Visit) async throws -> Place {
        try await place(visit, QueryFields(visit)[OfficePlace.field], QueryFields(visit)[EpisodePage.Address.ref])
    }

    private func posted(_ visit: Visit) async throws -> Place {
        try await place(visit, visit.form[OfficePlace.field], visit.form[EpisodePage.Address.ref])
    }

    private func show(_ visit: Visit) async throws -> Response {
        let place = try await asked(visit)
        let today = SiteClock(place.office.site.timeZone).day(of: visit.now)
        let texts = zip(DateParts.names(Field.day), ["\(today.day)", "\(today.month)", "\(today.year)"])
        return try await page(place, visit, FormValues(texts: Dictionary(uniqueKeysWithValues: Array(texts))))
    }

    private func decide(_ visit: Visit) async throws -> Response {
        let place = try await posted(visit)
        var reading = FormReading(visit.form)
        let sheet = try await place.office.practice.referral(place.ref, at: place.office.site.code)
        let answers = answers(to: ReferralQuestions(sheet.models), &reading)
        if visit.form[AskForm.buttonField] == Field.show {
            let results = try await place.office.practice.screen(
                sheet.facts.referral.profile, answers, at: place.office.site.code, on: sheet.facts.referredOn)
            return try await page(place, visit, reading.values, reading.faults, results: results, key: reading.key)
        }
        if let (screening, day) = screening(answers, &reading), reading.faults.isEmpty {
            if let done = try await record(.command(.screen(screening)), on: day, place, visit, &reading) {
                return done
            }
        }
        return try await page(place, visit, reading.values, reading.faults, key: reading.key)
    }

    private func allocate(_ visit: Visit) async throws -> Response {
        let place = try await posted(visit)
        var reading = FormReading(visit.form)
        let sheet = try await place.office.practice.referral(place.ref, at: place.office.site.code)
        let therapist = reading.choice(Field.therapist, "The therapist") { text in
            sheet.caseloads.first { $0.staff.text == text }?.staff
        }
        let day = reading.day(Field.day, "The day")
        if let therapist, let day, let team = sheet.team {
            let write = EpisodeWrite.allocate(team, therapist: therapist)
            if let done = try await record(write, on: day, place, visit, &reading) { return done }
        }
        return try await page(
            place, visit, reading.values, reading.faults, key: reading.key)
    }

    private func give(_ visit: Visit) async throws -> Response {
        let place = try await posted(visit)
        guard let turn = Int(visit.form[Field.turn]) else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let owner = reading.choice(Field.owner, "Who sees to it") { text -> StaffCode?? in
            text == Field.nobody ? .some(nil) : StaffCode(text).map { .some($0) }
        }
        if let owner, reading.faults.isEmpty {
            do {
                _ = try await place.office.practice.giveReferralOnce(
                    place.ref, to: owner, seen: turn, as: try visit.keyed(), at: place.office.site.code)
                return shown(place)
            } catch let fault as ReferralOwnerFault {
                reading.complain(Field.owner, "\(fault)".asSentence)
            } catch RecordingFault.keptFrom {
                reading.complain(Field.owner, ReferralHandler.keptFrom)
            } catch let fault as KeyedWriteFault {
                reading.complain(of: fault)
            } catch PracticeFault.notAllowed, PracticeFault.unknownEpisode {
                reading.complain(nil, "Who sees to it is for the supervisor of the team. Ask them.")
            }
        }
        return try await page(place, visit, reading.values, reading.faults, ownerKey: reading.key)
    }

    /// Why a referral is not given to somebody: nothing is told of what they know.
    private static let keptFrom =
        "The referral cannot be given to whoever is kept from the family. Choose somebody else."

    /// The page of the referral, to be read.
    private func shown(_ place: Place) -> Response {
        let query = "\(OfficePlace.field)=\(place.office.site.code)&\(EpisodePage.Address.ref)=\(place.ref)"
        return .elsewhere("\(Address.one)?\(query)")
    }

    /// Records what was typed, once; nil when it cannot be, and then the form says why.
    private func record(
        _ write: EpisodeWrite, on day: CivilDate, _ place: Place, _ visit: Visit, _ reading: inout FormReading
    ) async throws -> Response? {
        guard let version = visit.seen else { throw WebRefusal(.badRequest, .badRequest) }
        do {
            _ = try await place.office.practice.recordOnce(
                write, on: day, in: place.ref, seen: version, as: try visit.keyed(), at: place.office.site.code)
            return shown(place)
        } catch PracticeFault.notAllowed, PracticeFault.unknownEpisode {
            reading.complain(nil, "The decision is for the supervisor of the team. Ask them to record it.")
        } catch let fault as KeyedWriteFault {
            reading.complain(of: fault)
        } catch {
            guard let fault = ReferralFault(error) else { throw error }
            reading.complain(fault.field, fault.sentence)
        }
        return nil
    }

    private func page(
        _ place: Place, _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [], results: [Eligibility] = [],
        key: String = Visit.newKey(), ownerKey: String = Visit.newKey()
    ) async throws -> Response {
        let sheet = try await place.office.practice.referral(place.ref, at: place.office.site.code)
        let page = ReferralPage(
            sheet, at: place.office.place, results: results, values: values, faults: faults,
            keys: (referral: key, owner: ownerKey), mayGive: mayGive(sheet, visit, at: place.office),
            mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }

    /// Whether the visitor says who sees to a referral of that team.
    private func mayGive(_ sheet: ReferralSheet, _ visit: Visit, at office: OfficeFinder.Office) -> Bool {
        guard let seat = visit.session?.seat else { return false }
        let permit = Policy.permit(
            .giveReferral, to: .account(seat), at: office.site.id, on: office.day(visit.now))
        let team = sheet.team.flatMap { office.site.team($0) }.map { Permit.Claim.Breadth.team($0.id) }
        return permit?.claims.contains { $0.breadth == .site || $0.breadth == team } ?? false
    }

    /// What was answered; what was not is not known.
    private func answers(to questions: ReferralQuestions, _ reading: inout FormReading) -> ReferralAnswers {
        var answers = ReferralAnswers()
        for criterion in questions.criteria {
            let name = "\(Field.answer)-\(criterion.key)"
            if let answer = reading.choice(name, "The answer", isRequired: false, { Answer(rawValue: $0) }) {
                answers.answers[criterion.key] = answer
            }
            guard criterion.within != nil else { continue }
            let day = reading.day("\(Field.happened)-\(criterion.key)", "The day", isRequired: false)
            if let day { answers.days[criterion.key] = day }
        }
        return answers
    }

    private func screening(
        _ answers: ReferralAnswers, _ reading: inout FormReading
    ) -> (Screening, on: CivilDate)? {
        let isAccepted = reading.choice(Field.verdict, "What was decided") { text -> Bool? in
            ["accepted": true, "declined": false][text]
        }
        let reason = reading.choice(Field.reason, "The reason", isRequired: isAccepted == false) {
            DeclineReason(rawValue: $0)
        }
        let onward = reading.choice(Field.onward, "Where to", isRequired: false) { OnwardService(rawValue: $0) }
        let day = reading.day(Field.day, "The day of the decision")
        guard let isAccepted, let day else { return nil }
        guard isAccepted else {
            return reason.map { (Screening(.declined($0), onward: onward, answers: answers), on: day) }
        }
        if reason != nil {
            reading.complain(Field.reason, "What is accepted has no reason for declining. Choose ‘Not declined’.")
        }
        return (Screening(.accepted, answers: answers), on: day)
    }
}
