import EpisodeFixtures
import Intervention
import Practice
import Sites

extension AccessPath {
    // Whoever is let in is told that the summary was not handed in.

    static let commentSummary: [AccessPath] = [
        .doing("a comment", .family) { walker, family in
            let wish = CommentWish(week: try firstWeek(), part: .whole, words: "Well seen")
            _ = try await walker.practice.commentOnce(
                wish, in: family.ref, as: KeyedWrite(key: "comment", request: "request"), at: family.site.code)
        }
    ]

    static let discussSummary: [AccessPath] = [
        .doing("marking as discussed", .family) { walker, family in
            _ = try await walker.practice.discussOnce(
                try firstWeek(), in: .supervision, on: FixtureWorld.today, of: family.ref,
                as: KeyedWrite(key: "discuss", request: "request"), at: family.site.code)
        }
    ]

    /// The drafts of a summary, which belong to recording.
    static let ofDrafts: [AccessPath] = [
        .doing("saving a draft", .family) { walker, family in
            _ = try await walker.practice.saveDraft(
                TypedFields(["text": "As far as it goes"]), of: try firstWeek(), in: family.ref, after: nil,
                at: family.site.code)
        },
        .doing("reading drafts", .family) { walker, family in
            _ = try await walker.practice.summaryDrafts(of: try firstWeek(), in: family.ref, at: family.site.code)
        },
        .doing("throwing a draft away", .family) { walker, family in
            try await walker.practice.dropDraft(
                .init(week: try firstWeek(), version: 99), in: family.ref, at: family.site.code)
        },
    ]

    private static func firstWeek() throws -> TreatmentWeek {
        guard let week = TreatmentWeek(1) else { throw AccessPathFault.noWeek }
        return week
    }
}

/// Why a path cannot be tried.
private enum AccessPathFault: Error {
    case noWeek
}
