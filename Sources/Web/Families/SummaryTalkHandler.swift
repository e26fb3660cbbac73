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

/// Takes comments on the summary of a week, and that it was discussed.
struct SummaryTalkHandler: Sendable {
    private typealias Address = SummaryPage.TalkAddress

    let offices: OfficeFinder
    let frame: PageFrame

    var routes: [WebRoute] {
        [
            .post(
                FamilyPages.Address.comment, .action(.commentSummary), fields: Address.ofComment,
                bodySize: FormReading.bodySize
            ) { try await comment($0) },
            .post(FamilyPages.Address.discussed, .action(.discussSummary), fields: Address.ofDiscussion) {
                try await discuss($0)
            },
        ]
    }

    private func comment(_ visit: Visit) async throws -> Response {
        let (seen, week, page) = try await offices.summary(of: visit, for: .showEpisode)
        var reading = FormReading(visit.form)
        let part = reading.choice(Address.part, "What the comment is about") { SummaryPart(rawValue: $0) }
        let words = reading.words(Address.words, "The comment", isRequired: true, atMost: CommentWish.longest)
        return try await done(visit, seen, week, page, &reading) { keyed in
            guard let part, let words else { return }
            _ = try await seen.office.practice.commentOnce(
                CommentWish(week: week, part: part, words: words), in: seen.ref, as: keyed, at: seen.office.site.code)
        }
    }

    private func discuss(_ visit: Visit) async throws -> Response {
        let (seen, week, page) = try await offices.summary(of: visit, for: .showEpisode)
        var reading = FormReading(visit.form)
        let setting = reading.choice(Address.setting, "Where it was discussed") { DiscussionSetting(rawValue: $0) }
        let day = reading.day(Address.day, "The day")
        return try await done(visit, seen, week, page, &reading) { keyed in
            guard let setting, let day else { return }
            _ = try await seen.office.practice.discussOnce(
                week, in: setting, on: day, of: seen.ref, as: keyed, at: seen.office.site.code)
        }
    }

    /// Does it and goes back to the summary; or shows the page once more, with what was typed and what was wrong.
    private func done(
        _ visit: Visit, _ seen: FamilyHandler.Seen, _ week: TreatmentWeek, _ page: SummaryPage,
        _ reading: inout FormReading, _ body: (KeyedWrite) async throws -> Void
    ) async throws -> Response {
        var (faults, key) = (reading.faults, String?.none)
        if faults.isEmpty {
            do {
                try await body(try visit.keyed())
                return .elsewhere(seen.summaryAddress(week))
            } catch let fault as KeyedWriteFault {
                faults = [FormFault(nil, fault.sentence)]
                if fault == .stillRunning { key = visit.form[AskForm.keyField] }
            } catch let fault as SummaryFault {
                faults = [FormFault(nil, fault.sentence)]
            } catch PracticeFault.unknownEpisode, PracticeFault.notAllowed {
                faults = [
                    FormFault(nil, "This is for whoever treats or supervises the family. Tell them what you typed.")
                ]
            }
        }
        return try await SummaryView(visit: visit, seen: seen, week: week, page: page, frame: frame).answer(
            said: reading.values, saidUnder: key, faults: faults, status: .badRequest)
    }
}
