import Accounts
import CivilDate
import HTTPTypes
import Hummingbird
import Intervention
import Pages
import Practice
import Sites

/// Shows the summary of a week, and records what is said of it.
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
        guard let week = week(query[SummaryPage.Address.week], seen), let page = page(week, seen) else {
            throw WebRefusal(.notFound, .notFound)
        }
        let form =
            isOpen(week, seen) && mayRecord(visit, seen) ? page.form(key: Visit.newKey(), mark: visit.mark.text) : nil
        return Response(page.document(form, in: visit.frame(frame)))
    }

    private func record(_ visit: Visit) async throws -> Response {
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, visit.form[EpisodePage.Address.ref], at: visit.form[OfficePlace.field])
        guard let week = week(visit.form[SummaryPage.Address.week], seen), let page = page(week, seen),
            let started = seen.family.sheet.facts.startedOn
        else { throw WebRefusal(.notFound, .notFound) }
        var reading = FormReading(visit.form)
        let wishes = SummaryReading(
            family: seen.family, summary: page.summary, week: week, startedOn: started, standing: page.standing
        ).wishes(
            &reading, isHandedIn: visit.form[AskForm.buttonField] != SummaryPage.Address.save
        ) { seen.office.practice.newID() }
        func again(
            _ key: String, _ faults: [FormFault], _ status: HTTPResponse.Status = .badRequest
        ) async throws
            -> Response
        {
            // What others recorded meanwhile stands above, what was typed stands in the form: upon what is there now.
            let fresh = try await offices.family(
                of: visit, for: .recordEpisode, seen.ref.text, at: seen.office.site.code.text)
            guard let page = self.page(week, fresh) else { throw WebRefusal(.notFound, .notFound) }
            let form = page.form(key: key, mark: visit.mark.text).filled(by: reading.values)
            return Response(page.document(form, faults: faults, in: visit.frame(frame)), status: status)
        }
        let key = visit.form[AskForm.keyField]
        guard reading.faults.isEmpty else { return try await again(key, reading.faults) }
        let way =
            "\(FamilyPages.Address.summary)?\(OfficePlace.field)=\(seen.office.site.code)"
            + "&\(EpisodePage.Address.ref)=\(seen.ref)&\(SummaryPage.Address.week)=\(week.number)"
        guard !wishes.isEmpty else { return .elsewhere(way) }
        do {
            _ = try await seen.office.practice.recordOnce(
                wishes, on: min(seen.family.sheet.day, week.lastDay(since: started)), in: seen.ref, seen: visit.seen,
                as: try visit.keyed(), at: seen.office.site.code)
        } catch let fault as KeyedWriteFault {
            if case .changed = fault {
                return try await again(Visit.newKey(), [FormFault(nil, fault.sentence)], .preconditionFailed)
            }
            return try await again(
                fault == .stillRunning ? key : Visit.newKey(), [FormFault(nil, fault.sentence)])
        } catch let refusal as Refusal {
            return try await again(key, [FormFault(nil, refusal.sentence)])
        }
        return .elsewhere(way)
    }

    /// The week that is meant; else the one before that of today while its summary is owed, or that of today.
    private func week(_ text: String?, _ seen: FamilyHandler.Seen) -> TreatmentWeek? {
        let sheet = seen.family.sheet
        guard let started = sheet.facts.startedOn, let now = TreatmentWeek(of: sheet.day, since: started) else {
            return nil
        }
        if let week = text.flatMap({ Int($0) }).flatMap({ TreatmentWeek($0) }) { return week <= now ? week : nil }
        guard let before = TreatmentWeek(now.number - 1), isOpen(before, seen) else { return now }
        return before
    }

    /// Whether the summary of a week was not handed in yet, in an episode that is open.
    private func isOpen(_ week: TreatmentWeek, _ seen: FamilyHandler.Seen) -> Bool {
        guard let started = seen.family.sheet.facts.startedOn, seen.family.sheet.facts.closing == nil else {
            return false
        }
        return !seen.family.facts(of: .weeklySummary).contains { TreatmentWeek(of: $0.from, since: started) == week }
    }

    private func mayRecord(_ visit: Visit, _ seen: FamilyHandler.Seen) -> Bool {
        guard let seat = visit.session?.seat else { return false }
        let day = seen.office.day(visit.now)
        return Policy.permit(.recordEpisode, to: .account(seat), at: seen.office.site.id, on: day) != nil
    }

    private func page(_ week: TreatmentWeek, _ seen: FamilyHandler.Seen) -> SummaryPage? {
        seen.family.summary(of: week).map { SummaryPage($0, of: seen.family, seen.ref, at: seen.place) }
    }
}
