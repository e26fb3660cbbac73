import Accounts
import CivilDate
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// The list of follow-ups, and each of them.
struct FollowUpsHandler: Sendable {
    private typealias Address = FollowUpsPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(Address.page, .action(.recordEpisode)) { try await list($0) },
            .get(Address.one, .action(.recordEpisode)) { try await ask($0) },
            .post(
                Address.one, .action(.recordEpisode),
                fields: Set(DateParts.names(Address.day)).union([
                    OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField, AskForm.versionField, Address.month,
                    Address.status, "\(Address.outcome)-*",
                ])
            ) { try await keep($0) },
        ]
    }

    private func list(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordEpisode, at: QueryFields(visit)[OfficePlace.field])
        let list = try await office.practice.followUpsDue(at: office.site.code)
        return Response(FollowUpsPage(list, at: office.place).document(in: visit.frame(frame, at: Address.page)))
    }

    /// The follow-up that is meant; what is not owed is not there.
    private func due(_ office: OfficeFinder.Office, _ ref: String?, _ month: String?) async throws -> FollowUpList.Due {
        let list = try await office.practice.followUpsDue(at: office.site.code)
        guard let due = list.due.first(where: { $0.isOpen && $0.ref.text == ref && "\($0.month.rawValue)" == month })
        else {
            throw WebRefusal(.notFound, .notFound)
        }
        return due
    }

    private func ask(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let office = try await offices.office(of: visit, for: .recordEpisode, at: query[OfficePlace.field])
        let due = try await due(office, query[EpisodePage.Address.ref], query[Address.month])
        let today = DateParts.text(office.day(visit.now)).split(separator: " ").map(String.init)
        let texts = Dictionary(uniqueKeysWithValues: Array(zip(DateParts.names(Address.day), today)))
        return page(due, office, visit, FormValues(texts: texts), key: Visit.newKey())
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let office = try await offices.office(of: visit, for: .recordEpisode, at: visit.form[OfficePlace.field])
        let done = Response.elsewhere("\(Address.page)?\(OfficePlace.field)=\(office.site.code)")
        guard let version = visit.seen, let ref = EpisodeRef(visit.form[EpisodePage.Address.ref]),
            let month = Int(visit.form[Address.month]).flatMap({ FollowUpMonth(rawValue: $0) })
        else { throw WebRefusal(.badRequest, .badRequest) }
        var reading = FormReading(visit.form)
        let status = reading.choice(Address.status, "What became of it") { FollowUpStatus(rawValue: $0) }
        let day = reading.day(Address.day, "The day")
        let models = try await office.practice.followUpOutcomes(of: ref, at: office.site.code)
        let answers = OutcomeAnswers(Address.outcome, models, &reading).answers
        if status != .collected, !answers.isEmpty {
            reading.complain(
                Address.status, "Nobody answered, and yet there are answers. Choose ‘Somebody answered’, or no answer.")
        }
        if let status, let day, reading.faults.isEmpty {
            do {
                _ = try await office.practice.recordOnce(
                    .command(.followUp(FollowUp(month: month, status: status, outcomes: answers))), on: day, in: ref,
                    seen: version, as: try visit.keyed(), at: office.site.code)
                return done
            } catch {
                guard let fault = ReferralFault(error) else { throw error }
                reading.complain(nil, fault.sentence)
            }
        }
        let due = try await due(office, ref.text, "\(month.rawValue)")
        return page(due, office, visit, reading.values, reading.faults, key: visit.form[AskForm.keyField])
    }

    private func page(
        _ due: FollowUpList.Due, _ office: OfficeFinder.Office, _ visit: Visit, _ values: FormValues,
        _ faults: [FormFault] = [], key: String
    ) -> Response {
        let page = FollowUpPage(due, at: office.place, values: values, faults: faults, key: key, mark: visit.mark.text)
        return Response(
            page.document(in: visit.frame(frame, at: Address.page)), status: faults.isEmpty ? .ok : .badRequest)
    }
}
