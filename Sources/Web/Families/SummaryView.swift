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

/// The page of the summary of a week as a visitor sees it: with the form while it is open, with what was said to it once it
/// was handed in.
struct SummaryView: Sendable {
    let visit: Visit
    let seen: FamilyHandler.Seen
    let week: TreatmentWeek
    let page: SummaryPage
    let frame: PageFrame

    /// - Parameters:
    ///   - key: under which the form is sent; nil for a new one.
    ///   - typed: what stands in the form; nil for what its newest draft says.
    ///   - unkept: what was typed too late to be kept.
    ///   - said: the forms of comments and of the discussion, where they come back with a mistake.
    ///   - saidUnder: the key under which they are sent; nil for a new one.
    func answer(
        key: String? = nil, typed: FormValues? = nil, unkept: [String: String] = [:], said: FormValues? = nil,
        saidUnder: String? = nil, faults: [FormFault] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let drafts = try await seen.drafts(of: week, visit)
        let talk = try await seen.office.practice.summaryTalk(of: week, in: seen.ref, at: seen.office.site.code)
        let form = form(key, drafts, typed)
        let sent = typed == nil ? [:] : visit.form.values(where: SummaryPage.Address.isTyped)
        let beside = SummaryPage.Beside(
            drafts: drafts, unkept: unkept.merging(sent) { kept, _ in kept }, talk: talk,
            clock: SiteClock(seen.office.site.timeZone), comment: comment(said, saidUnder),
            discuss: talk.discussion == nil ? discuss(said, saidUnder) : nil)
        guard let form else {
            return Response(page.document(nil, faults: faults, beside: beside, in: visit.frame(frame)), status: status)
        }
        let scripted = visit.frame(frame).scripted(by: Assets.drafts.path)
        var response = Response(page.document(form, faults: faults, beside: beside, in: scripted), status: status)
        SecurityHeaders.allowScript(&response.headers)
        return response
    }

    /// The form, with what was typed; nil when there is nothing to hand in, or not for the visitor.
    private func form(_ key: String?, _ drafts: SummaryDrafts, _ typed: FormValues?) -> AskForm? {
        guard seen.isOpen(week), visit.may(.recordEpisode, at: seen.office) else { return nil }
        let newest = drafts.own.first
        let form = page.form(
            key: key ?? Visit.newKey(), mark: visit.mark.text, draft: typed == nil ? newest?.version : visit.draft,
            hasOthers: !drafts.others.isEmpty)
        if let typed { return form.filled(by: typed) }
        guard let newest else { return form }
        return form.filled(by: page.opened(form, with: newest.fields.texts))
    }

    private func comment(_ said: FormValues?, _ key: String?) -> AskForm? {
        guard seen.isHandedIn(week), visit.may(.commentSummary, at: seen.office, with: seen.family) else { return nil }
        let form = page.commentForm(key: key ?? Visit.newKey(), mark: visit.mark.text)
        return said.map { form.filled(by: $0) } ?? form
    }

    private func discuss(_ said: FormValues?, _ key: String?) -> AskForm? {
        guard seen.isHandedIn(week), visit.may(.discussSummary, at: seen.office, with: seen.family) else { return nil }
        let form = page.discussForm(key: key ?? Visit.newKey(), mark: visit.mark.text)
        return said.map { form.filled(by: $0) } ?? form
    }
}
