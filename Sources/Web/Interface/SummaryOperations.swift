import API
import Intervention
import Practice

/// What is said to the summaries of weeks.
struct SummaryOperations: Sendable {
    func talk(_ call: APICall) async throws -> APIAnswer {
        let talk = try await call.practice.summaryTalk(
            of: try week(call), in: try call.episode(), at: try call.site())
        let comments = talk.comments.map { comment -> JSON in
            [
                "part": .text(comment.part.rawValue), "by": .text(comment.by.text), "at": .text("\(comment.at)"),
                "text": .text(comment.words),
            ]
        }
        let discussed = talk.discussion.map { discussion -> JSON in
            [
                "on": .text("\(discussion.on)"), "setting": .text(discussion.setting.rawValue),
                "by": .text(discussion.by.text),
            ]
        }
        return APIAnswer(["comments": .list(comments), "discussed": discussed ?? .null])
    }

    func comment(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let wish = CommentWish(
            week: try week(call), part: try body.word("part"), words: body.text("text") ?? "")
        let writes = WriteOperations()
        let written = try await call.practice.commentOnce(
            wish, in: try call.episode(), as: try writes.keyed(call), at: try call.site())
        return try writes.answer(written, call)
    }

    func discuss(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let writes = WriteOperations()
        let written = try await call.practice.discussOnce(
            try week(call), in: try body.word("setting"), on: try body.day("on"), of: try call.episode(),
            as: try writes.keyed(call), at: try call.site())
        return try writes.answer(written, call)
    }

    private func week(_ call: APICall) throws(Problem) -> TreatmentWeek {
        guard let week = call.number("week").flatMap({ TreatmentWeek(Int($0)) }) else { throw .absent }
        return week
    }
}
