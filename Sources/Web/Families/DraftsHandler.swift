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

/// Saves the summary of a week as it is typed, and shows what others typed into it, to be taken over.
struct DraftsHandler: Sendable {
    private typealias Address = SummaryDraftsPage.Address

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .post(
                FamilyPages.Address.draft, .action(.recordEpisode), fields: SummaryPage.Address.all,
                bodySize: FormReading.bodySize
            ) { try await save($0) },
            .get(FamilyPages.Address.drafts, .action(.recordEpisode)) { try await look($0) },
            .post(
                FamilyPages.Address.drafts, .action(.recordEpisode), fields: Address.all, lists: Address.lists
            ) { try await take($0) },
        ]
    }

    /// Answers the page's script: the version of the draft, and a line that says when it was saved; or 0, and why it never
    /// will be.
    private func save(_ visit: Visit) async throws -> Response {
        // The family is not read for it: what is saved as it is typed is no look that somebody decided on.
        let office = try await offices.office(of: visit, for: .recordEpisode, at: visit.form[OfficePlace.field])
        let week = Int(visit.form[SummaryPage.Address.week]).flatMap { TreatmentWeek($0) }
        guard let week, let ref = EpisodeRef(visit.form[EpisodePage.Address.ref]) else {
            throw WebRefusal(.notFound, .notFound)
        }
        do {
            let (version, at) = try await office.save(visit, of: week, in: ref)
            return line("\(version)\n\(SummaryPage.saved(at: at, SiteClock(office.site.timeZone)))\n")
        } catch let fault as SummaryFault {
            return line("0\nNot saved: \(fault.sentence)\n", .conflict)
        } catch SummaryDraftFault.noSuchWeek {
            throw WebRefusal(.notFound, .notFound)
        }
    }

    private func line(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(text: text, type: "text/plain; charset=utf-8", status: status)
    }

    private func look(_ visit: Visit) async throws -> Response {
        let query = QueryFields(visit)
        let seen = try await offices.family(
            of: visit, for: .recordEpisode, query[EpisodePage.Address.ref], at: query[OfficePlace.field])
        guard let week = seen.week(query[SummaryPage.Address.week]), let page = seen.summaryPage(week) else {
            throw WebRefusal(.notFound, .notFound)
        }
        let drafts = try await seen.drafts(of: week, visit)
        let form = page.form(key: "", mark: "", draft: nil, hasOthers: false)
        let view = SummaryDraftsPage(page, form: form, drafts: drafts, clock: SiteClock(seen.office.site.timeZone))
        guard let document = view.document(mark: visit.mark.text, in: visit.frame(frame)) else {
            return .elsewhere(seen.summaryAddress(week))
        }
        return Response(document)
    }

    /// Takes over what is ticked into the visitor's newest draft, or throws a draft of their own away.
    private func take(_ visit: Visit) async throws -> Response {
        let (seen, week, page) = try await offices.summary(of: visit, for: .recordEpisode)
        let drafts = try await seen.drafts(of: week, visit)
        let others = SummaryDraftsPage.others(drafts)
        // A draft that went on meanwhile, or is gone, is looked at once more.
        guard let place = Int(visit.form[Address.from]), others.indices.contains(place),
            others[place].draft.version == visit.draft
        else { return .elsewhere(seen.summaryAddress(week, FamilyPages.Address.drafts)) }
        let other = others[place]
        if visit.form[AskForm.buttonField] == Address.discard, other.isOwn {
            try await seen.office.practice.dropDraft(
                .init(week: week, version: other.draft.version), in: seen.ref, at: seen.office.site.code)
            return .elsewhere(seen.summaryAddress(week))
        }
        let opened = page.form(key: "", mark: "", draft: nil, hasOthers: false).fields
        let mine =
            drafts.own.first?.fields
            ?? TypedFields(Dictionary(opened.map { ($0.name, $0.value) }) { first, _ in first })
        let names = visit.form.choices(Address.take(place))
        let taken = names.compactMap { name in
            other.draft.fields.texts[name].map { (name, SummaryPage.joined(mine.texts[name] ?? "", $0, in: name)) }
        }
        let fields = mine.setting(Dictionary(taken) { first, _ in first })
        // Once it was discussed its page says so, with what was typed.
        do {
            _ = try await seen.office.practice.saveDraft(
                fields, of: week, in: seen.ref, after: drafts.own.first?.version, at: seen.office.site.code)
        } catch is SummaryFault {}
        return .elsewhere(seen.summaryAddress(week))
    }
}
