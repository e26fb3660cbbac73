import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// The list of interviews that are owed, attempts, and the interviews themselves.
struct InterviewsHandler: Sendable {
    typealias Address = InterviewsPage.Address
    typealias Field = InterviewPage.Field

    let offices: OfficeFinder
    let frame: PageFrame
    let address: ServiceAddress

    var routes: [WebRoute] {
        let named: Set<String> = [OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField]
        return [
            .get(Address.page, .action(.showInterviewsDue)) { try await list($0) },
            .get(Address.one, .action(.showInterviewsDue)) { try await ask($0) },
            .post(
                Address.one, .action(.recordInterview),
                fields: named.union(DateParts.names(Field.day)).union([
                    AskForm.versionField, Field.respondent, Field.score, "\(Field.item)-*",
                ])
            ) { try await hold($0) },
            .post(
                Address.attempt, .action(.recordInterview),
                fields: named.union(DateParts.names(Field.again)).union([Field.slot, Field.outcome, Field.part])
            ) { try await attempt($0) },
            .post(
                Address.link, .action(.recordInterview),
                fields: [OfficePlace.field, EpisodePage.Address.ref, Field.linkRespondent, Field.linkDays]
            ) { try await makeLink($0) },
        ]
    }

    /// An interview that is owed, and where.
    struct Owed {
        let office: OfficeFinder.Office
        let ref: EpisodeRef
        let form: InterviewForm

        /// The list that it is on.
        var back: String { "\(Address.page)?\(OfficePlace.field)=\(office.site.code)" }
    }

    private func list(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(
            of: visit, for: .showInterviewsDue, at: QueryFields(visit)[OfficePlace.field])
        let list = try await office.practice.interviewsDue(at: office.site.code)
        return Response(InterviewsPage(list, at: office.place).document(in: visit.frame(frame, at: Address.page)))
    }

    private func owed(_ visit: Visit, _ site: String?, _ ref: String?) async throws -> Owed {
        let office = try await offices.office(of: visit, for: .showInterviewsDue, at: site)
        guard let ref = ref.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        return Owed(
            office: office, ref: ref, form: try await office.practice.interviewForm(of: ref, at: office.site.code))
    }

    func posted(_ visit: Visit) async throws -> Owed {
        try await owed(visit, visit.form[OfficePlace.field], visit.form[EpisodePage.Address.ref])
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let owed = try await owed(
            visit, QueryFields(visit)[OfficePlace.field], QueryFields(visit)[EpisodePage.Address.ref])
        let day = owed.form.day
        let texts = zip(DateParts.names(Field.day), ["\(day.day)", "\(day.month)", "\(day.year)"])
        return page(owed, visit, FormValues(texts: Dictionary(uniqueKeysWithValues: Array(texts))))
    }

    private func attempt(_ visit: Visit) async throws -> Response {
        let owed = try await posted(visit)
        guard let id = RecordID<AttemptSubject>(uuid: visit.form[AskForm.keyField]),
            let slot = Int(visit.form[Field.slot]), slot >= 1
        else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let outcome = reading.choice(Field.outcome, "What came of it") { AttemptOutcome(rawValue: $0) }
        let again = reading.day(Field.again, "The day to ring again", isRequired: false)
        let part = reading.choice(Field.part, "The part of the day", isRequired: false) { DayPart(rawValue: $0) }
        if outcome == .refused, again != nil || part != nil {
            reading.complain(
                Field.outcome, "Who does not want the interview is not rung again. Choose another, or no day.")
        }
        if let outcome, reading.faults.isEmpty {
            do {
                try await owed.office.practice.recordAttempt(
                    AttemptWish(id: id, slot: slot, outcome: outcome, again: again, part: part), in: owed.ref,
                    at: owed.office.site.code)
                return back(owed)
            } catch let fault as AttemptFault {
                reading.complain(Field.again, "\(fault)".asSentence)
            } catch {
                guard let fault = ReferralFault(error) else { throw error }
                reading.complain(nil, fault.sentence)
            }
        }
        return page(owed, visit, reading.values, reading.faults, sent: .attempt)
    }

    private func hold(_ visit: Visit) async throws -> Response {
        let owed = try await posted(visit)
        guard let version = visit.seen else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let respondent = reading.choice(Field.respondent, "Who answers") { Respondent(rawValue: $0) }
        let day = reading.day(Field.day, "The day of the interview")
        let response = response(owed.form, &reading)
        if let respondent, let day, let response, reading.faults.isEmpty {
            let interview = Interview(
                id: owed.office.practice.newID(), instrument: owed.form.due.instrument.id, result: .completed,
                collector: owed.form.collector, respondent: respondent, response: response)
            do {
                _ = try await owed.office.practice.recordOnce(
                    .command(.recordInterview(interview)), on: day, in: owed.ref, seen: version, as: try visit.keyed(),
                    at: owed.office.site.code)
                return back(owed)
            } catch {
                guard let fault = ReferralFault(error) else { throw error }
                reading.complain(nil, fault.sentence)
            }
        }
        return page(owed, visit, reading.values, reading.faults)
    }

    private func back(_ owed: Owed) -> Response { .elsewhere(owed.back) }

    /// What was answered: each question, or the score.
    private func response(_ form: InterviewForm, _ reading: inout FormReading) -> Interview.Response? {
        guard let definition = form.definition, definition.isShowable else {
            let score = AdherenceScore(decimal: reading.form[Field.score].filter { !$0.isWhitespace })
            if score == nil {
                reading.complain(Field.score, "The score is no number from 0 to 1. Type one, for example 0.71.")
            }
            return score.map { .score($0) }
        }
        let answers = reading.answers(of: definition)
        guard answers.contains(where: { $0 != nil }) else {
            reading.complain(nil, "No question is answered. Answer those that the carer answers; leave out the others.")
            return nil
        }
        return (try? definition.itemScores(of: answers)).map { .items($0) }
    }

    func page(
        _ owed: Owed, _ visit: Visit, _ values: FormValues, _ faults: [FormFault] = [],
        sent: InterviewPage.Form = .interview
    ) -> Response {
        let key = visit.form[AskForm.keyField]
        let attempt =
            sent == .attempt && !key.isEmpty ? key : "\(owed.office.practice.newID() as RecordID<AttemptSubject>)"
        let interview = sent == .interview && !key.isEmpty ? key : Visit.newKey()
        let page = InterviewPage(
            owed.form, at: owed.office.place, values: values, faults: faults, sent: sent,
            keys: (attempt: attempt, interview: interview), mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }
}

extension FormReading {
    /// What was ticked for each question, in their order; nil for what was not answered.
    mutating func answers(of definition: InstrumentDefinition) -> [AnswerCode?] {
        definition.items.map { item in
            choice("\(InterviewPage.Field.item)-\(item.key)", "The answer", isRequired: false) { AnswerCode($0) }
        }
    }
}
