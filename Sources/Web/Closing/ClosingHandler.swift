import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Closes a family.
struct ClosingHandler: Sendable {
    private typealias Address = ClosingPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.recordEpisode)) { try await ask($0) },
            .post(
                Address.page, .action(.recordEpisode),
                fields: Set(DateParts.names(Address.day)).union([
                    OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField, AskForm.versionField, Address.reason,
                    "\(Address.outcome)-*",
                ])
            ) { try await close($0) },
        ]
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .recordEpisode, at: query[OfficePlace.field])
        let sheet = try await sheet(office, query[EpisodePage.Address.ref])
        let texts = zip(DateParts.names(Address.day), DateParts.text(sheet.day).split(separator: " ").map(String.init))
        return page(
            sheet, office, visit, FormValues(texts: Dictionary(uniqueKeysWithValues: Array(texts))), key: Visit.newKey()
        )
    }

    private func sheet(_ office: OfficeFinder.Office, _ ref: String?) async throws -> ClosingSheet {
        guard let ref = ref.flatMap({ EpisodeRef($0) }) else { throw WebRefusal(.notFound, .notFound) }
        return try await office.practice.closingSheet(of: ref, at: office.site.code)
    }

    private func close(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordEpisode, at: visit.form[OfficePlace.field])
        let sheet = try await sheet(office, visit.form[EpisodePage.Address.ref])
        guard let version = visit.seen else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let reason = reading.choice(Address.reason, "Why the family is closed") { text in
            sheet.reasons.first { $0.reason.id.text == text }?.reason.id
        }
        let day = reading.day(Address.day, "The last day of treatment")
        let outcomes = OutcomeAnswers(Address.outcome, sheet.outcomes.map(\.definition), &reading).answers
        if let reason, let day, reading.faults.isEmpty {
            do {
                _ = try await office.practice.recordOnce(
                    .command(.close(Closing(reason: reason, outcomes: outcomes))), on: day, in: sheet.ref,
                    seen: version, as: try visit.keyed(), at: office.site.code)
                let query = "\(OfficePlace.field)=\(office.site.code)&\(EpisodePage.Address.ref)=\(sheet.ref)"
                return .elsewhere("\(Address.page)?\(query)")
            } catch {
                guard let fault = ReferralFault(error) else { throw error }
                reading.complain(nil, fault.sentence)
            }
        }
        return page(sheet, office, visit, reading.values, reading.faults, key: visit.form[AskForm.keyField])
    }

    private func page(
        _ sheet: ClosingSheet, _ office: OfficeFinder.Office, _ visit: Visit, _ values: FormValues,
        _ faults: [FormFault] = [], key: String
    ) -> Response {
        let page = ClosingPage(
            sheet, at: office.place, values: values, faults: faults, key: key, mark: visit.mark.text)
        return Response(page.document(in: visit.frame(frame)), status: faults.isEmpty ? .ok : .badRequest)
    }
}

/// What was answered of outcomes: yes, no or not known; what was not answered is not there.
struct OutcomeAnswers {
    let answers: [OutcomeKey: Answer]

    init(_ beginning: String, _ outcomes: [OutcomeDefinition], _ reading: inout FormReading) {
        var answers: [OutcomeKey: Answer] = [:]
        for outcome in outcomes {
            answers[outcome.key] = reading.choice(
                "\(beginning)-\(outcome.key)", "The answer", isRequired: false
            ) { Answer(rawValue: $0) }
        }
        self.answers = answers
    }
}
