import Testing

@testable import Web

/// Summaries of weeks of the family `E-1`, as their pages write them.
extension WebWorld {
    /// Where the summary of a week is.
    static func summary(_ week: Int) -> String { "/episode/summary?site=north&ref=E-1&week=\(week)" }

    /// Lets a therapist hand in the sixth week, which a supervisor marks as discussed, and the seventh, which they comment
    /// on; both are typing the eighth.
    func writeSummaries(_ therapist: Browser, _ supervisor: Browser) async throws {
        for week in [6, 7] {
            let advance = ["advance": "A calm evening in week \(week)"]
            try await fill("/episode/summary", in: week, advance, by: therapist)
        }
        let words = ["part": "advances", "words": "What made the evening calm?"]
        try await fill("/episode/summary/comment", in: 7, words, by: supervisor)
        try await fill("/episode/summary/discussed", in: 6, ["setting": "supervision"], by: supervisor)
        for (browser, words) in [(supervisor, "His aunt was there"), (therapist, "They cooked together")] {
            try await fill("/episode/summary", in: 8, ["advance": words], button: "draft", by: browser)
        }
    }

    /// Fills in a form on the page of a week's summary, and sends it.
    @discardableResult
    func fill(
        _ action: String, in week: Int, _ changes: [String: String], button: String? = nil, by browser: Browser
    ) async throws -> HTTPAnswer {
        let page = try await browser.get(WebWorld.summary(week))
        let form = try #require(PageForm.all(of: page.body).first { $0.action == action }, "\(action) of \(week)")
        let answer = try await browser.post(action, form.sending(changes) + (button.map { [("do", $0)] } ?? []))
        #expect(answer.status == 303, "\(action) of \(week): \(answer.status)")
        return answer
    }
}
