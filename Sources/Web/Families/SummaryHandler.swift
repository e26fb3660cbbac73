import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import HTTPTypes
import Hummingbird
import Intervention
import Markup
import Pages
import Practice
import Sites

/// Shows the summary of a week, saves what is typed into it, and records it when it is handed in.
struct SummaryHandler: Sendable {
    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .get(FamilyPages.Address.summary, .action(.showEpisode)) { try await show($0) },
            .post(
                FamilyPages.Address.summary, .action(.recordEpisode), fields: SummaryPage.Address.all,
                bodySize: FormReading.bodySize
            ) { try await record($0) },
        ]
    }

    private func show(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let seen = try await offices.family(
            of: visit, for: .showEpisode, query[EpisodePage.Address.ref], at: query[OfficePlace.field])
        guard let week = seen.week(query[SummaryPage.Address.week]), let page = seen.summaryPage(week) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return try await SummaryView(visit: visit, seen: seen, week: week, page: page, frame: frame).answer()
    }

    private func record(_ visit: Visit) async throws -> Response {
        let (seen, week, page) = try await offices.summary(of: visit, for: .recordEpisode)
        let way = seen.summaryAddress(week)
        switch visit.form[AskForm.buttonField] {
        case SummaryPage.Address.save: return try await save(visit, seen, week, to: way)
        case SummaryPage.Address.look:
            return try await save(visit, seen, week, to: seen.summaryAddress(week, FamilyPages.Address.drafts))
        default: return try await handIn(visit, seen, week, page) ?? .elsewhere(way)
        }
    }

    /// Saves what was typed as a draft; where the summary was discussed meanwhile, shows that and what was typed.
    private func save(
        _ visit: Visit, _ seen: FamilyHandler.Seen, _ week: TreatmentWeek, to way: String
    ) async throws -> Response {
        do {
            _ = try await seen.save(visit, of: week)
            return .elsewhere(way)
        } catch is SummaryFault {
            return try await again(visit, seen, week, visit.form[AskForm.keyField], [])
        }
    }

    /// Records the summary.
    /// - Returns: the page once more when something was wrong; nil when it is recorded.
    private func handIn(
        _ visit: Visit, _ seen: FamilyHandler.Seen, _ week: TreatmentWeek, _ page: SummaryPage
    ) async throws -> Response? {
        guard let started = seen.family.sheet.facts.startedOn, let version = visit.seen else {
            throw WebRefusal(.badRequest, .badRequest)
        }
        var reading = FormReading(visit.form)
        let wishes = SummaryReading(
            family: seen.family, summary: page.summary, week: week, startedOn: started, standing: page.standing
        ).wishes(&reading) { seen.office.practice.newID() }
        let key = visit.form[AskForm.keyField]
        guard reading.faults.isEmpty else { return try await again(visit, seen, week, key, reading.faults) }
        do {
            _ = try await seen.office.practice.recordOnce(
                wishes, on: min(seen.family.sheet.day, week.lastDay(since: started)), in: seen.ref, seen: version,
                as: try visit.keyed(), handingIn: visit.draft.map { .init(week: week, version: $0) },
                at: seen.office.site.code)
            return nil
        } catch let fault as KeyedWriteFault {
            let isRunning = fault == .stillRunning
            let isChanged = if case .changed = fault { true } else { false }
            return try await again(
                visit, seen, week, isRunning ? key : Visit.newKey(), [FormFault(nil, fault.sentence)],
                isChanged ? .preconditionFailed : .badRequest)
        } catch let refusal as Refusal {
            return try await again(visit, seen, week, key, [FormFault(nil, refusal.sentence)])
        } catch let fault as SummaryFault {
            return try await again(visit, seen, week, key, [FormFault(nil, fault.sentence)])
        }
    }

    /// The page once more: what others recorded meanwhile stands above, what was typed stands in the form, upon what is
    /// there now. Where they handed the summary in, what was typed stays as a draft and is shown; where it was discussed
    /// too, it is shown and not kept.
    private func again(
        _ visit: Visit, _ before: FamilyHandler.Seen, _ week: TreatmentWeek, _ key: String, _ faults: [FormFault],
        _ status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, before.ref.text, at: before.office.site.code.text)
        guard let page = seen.summaryPage(week) else { throw WebRefusal(.notFound, .notFound) }
        let view = SummaryView(visit: visit, seen: seen, week: week, page: page, frame: frame)
        guard seen.isOpen(week) else { return try await late(visit, seen, week, view) }
        return try await view.answer(key: key, typed: visit.form.typed, faults: faults, status: status)
    }
    /// The page of a summary that was handed in meanwhile, with what was typed too late.
    private func late(
        _ visit: Visit, _ seen: FamilyHandler.Seen, _ week: TreatmentWeek, _ view: SummaryView
    ) async throws -> Response {
        do {
            _ = try await seen.save(visit, of: week)
        } catch is SummaryFault {
            let sentence =
                "The summary was discussed while you were typing, and is locked. What you typed is below and is not kept:"
                + " copy what is still needed into a comment."
            return try await view.answer(
                unkept: visit.form.values(where: SummaryPage.Address.isTyped), faults: [FormFault(nil, sentence)],
                status: .preconditionFailed)
        }
        let sentence = "The summary was handed in while you were typing. What you typed is kept below."
        return try await view.answer(faults: [FormFault(nil, sentence)], status: .preconditionFailed)
    }
}
