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

/// What the pages about the summary of a week have in common.
extension FamilyHandler.Seen {
    /// The week that is meant; else the one before that of today while its summary is owed, or that of today.
    func week(_ text: String?) -> TreatmentWeek? {
        let sheet = family.sheet
        guard let started = sheet.facts.startedOn, let now = TreatmentWeek(of: sheet.day, since: started) else {
            return nil
        }
        if let week = text.flatMap({ Int($0) }).flatMap({ TreatmentWeek($0) }) { return week <= now ? week : nil }
        guard let before = TreatmentWeek(now.number - 1), isOpen(before) else { return now }
        return before
    }

    /// Whether the summary of a week was handed in.
    func isHandedIn(_ week: TreatmentWeek) -> Bool {
        guard let started = family.sheet.facts.startedOn else { return false }
        return family.facts(of: .weeklySummary).contains { TreatmentWeek(of: $0.from, since: started) == week }
    }

    /// Whether the summary of a week was not handed in yet, in an episode that is open.
    func isOpen(_ week: TreatmentWeek) -> Bool {
        family.sheet.facts.startedOn != nil && family.sheet.facts.closing == nil && !isHandedIn(week)
    }

    /// The page of the summary of a week.
    func summaryPage(_ week: TreatmentWeek) -> SummaryPage? {
        family.summary(of: week).map { SummaryPage($0, of: family, ref, at: place) }
    }

    /// Where the page of the summary of a week is.
    func summaryAddress(_ week: TreatmentWeek, _ page: String = FamilyPages.Address.summary) -> String {
        "\(page)?\(OfficePlace.field)=\(office.site.code)&\(EpisodePage.Address.ref)=\(ref)"
            + "&\(SummaryPage.Address.week)=\(week.number)"
    }

    /// What is typed into the summary of a week; nothing for those who do not write summaries.
    func drafts(of week: TreatmentWeek, _ visit: Visit) async throws -> SummaryDrafts {
        guard visit.may(.recordEpisode, at: office) else { return .none }
        do {
            return try await office.practice.summaryDrafts(of: week, in: ref, at: office.site.code)
        } catch PracticeFault.unknownEpisode {
            // Somebody may write summaries at the site, and not of this family.
            return .none
        }
    }

    /// Saves the fields of the summary that a visitor sent.
    func save(_ visit: Visit, of week: TreatmentWeek) async throws -> (version: Int, at: Instant) {
        try await office.save(visit, of: week, in: ref)
    }
}

extension OfficeFinder.Office {
    /// Saves the fields of the summary of a family that a visitor sent.
    func save(
        _ visit: Visit, of week: TreatmentWeek, in ref: EpisodeRef
    ) async throws -> (version: Int, at: Instant) {
        try await practice.saveDraft(
            TypedFields(visit.form.values(where: SummaryPage.Address.isTyped)), of: week, in: ref,
            after: visit.draft, at: site.code)
    }
}

extension Visit {
    /// The version of the draft that the page saw last; nil when it saw none.
    var draft: Int? { Int(form[SummaryPage.Address.draft]).flatMap { $0 > 0 ? $0 : nil } }
}

extension OfficeFinder {
    /// The summary that a posted form means.
    /// - Throws: status 404 when there is none for the visitor.
    func summary(
        of visit: Visit, for action: Action
    ) async throws -> (seen: FamilyHandler.Seen, week: TreatmentWeek, page: SummaryPage) {
        let seen = try await family(
            of: visit, for: action, visit.form[EpisodePage.Address.ref], at: visit.form[OfficePlace.field])
        guard let week = seen.week(visit.form[SummaryPage.Address.week]), let page = seen.summaryPage(week) else {
            throw WebRefusal(.notFound, .notFound)
        }
        return (seen, week, page)
    }
}

extension SummaryFault {
    /// What the page says that comes back.
    var sentence: String { "\(self)".asSentence }
}
