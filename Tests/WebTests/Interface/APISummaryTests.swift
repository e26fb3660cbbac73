import API
import CivilDate
import EpisodeFixtures
import Testing

@testable import Web

/// What is said to summaries over the API, and the lock of those that were discussed.
@Suite struct APISummaryTests {
    private static let path = "/sites/north/episodes/E-1"
    private static let day = FixtureWorld.today

    private func tag(_ client: APIClient) async throws -> String {
        try #require(try await client.get(Self.path).answer["etag"])
    }

    private func fact(_ kind: String, _ key: String, _ client: APIClient) async throws -> APIReply {
        try await client.post(
            "\(Self.path)/facts", #"{"on":"\#(Self.day)","kind":"\#(kind)","fields":{"text":"A calm day"}}"#,
            key: "fact-\(key)", match: try await tag(client))
    }

    @Test func `a summary is commented on and marked as discussed once, and is corrected from then on`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let client = try await world.clerk()
            let week = "\(Self.path)/summaries/9"
            let words = #"{"part":"advances","text":"What made it calm?"}"#
            try await client.post("\(week)/comments", words, key: "comment-0001").expect(.refused)
            #expect(try await fact("weekly-summary", "summary", client).status == 201)
            let first = try await client.post("\(week)/comments", words, key: "comment-0002")
            #expect(first.status == 201, "\(first.answer.body)")
            let again = try await client.post("\(week)/comments", words, key: "comment-0002")
            #expect(again.answer.body == first.answer.body)
            try await client.post(
                "\(week)/comments", #"{"part":"weather","text":"Rain"}"#, key: "comment-0003"
            ).expect(.wrongBody)
            #expect(try await fact("advance", "advance", client).status == 201)
            let marked = try await client.post(
                "\(week)/discussions", #"{"on":"\#(Self.day)","setting":"consultation"}"#, key: "discuss-0001")
            #expect(marked.status == 201, "\(marked.answer.body)")
            try await client.post(
                "\(week)/discussions", #"{"on":"\#(Self.day)","setting":"supervision"}"#, key: "discuss-0002"
            ).expect(.refused)
            let refused = try await fact("advance", "late", client)
            refused.expect(.refused)
            #expect(refused.answer.body.contains("was discussed on \(Self.day) and is locked"))
            let talk = try await client.get(week)
            #expect(talk.status == 200 && Component.summaryTalk.shape.flaws(in: talk.json) == [], "\(talk.answer.body)")
            #expect(talk.json["discussed"]?["setting"] == "consultation")
            guard case .list(let comments)? = talk.json["comments"] else { throw TestTrouble("no comments") }
            #expect(comments.map { $0["text"] } == ["What made it calm?"])
            try await correct(client)
        }
    }

    /// Takes the last fact back: what is locked is corrected.
    private func correct(_ client: APIClient) async throws {
        let listed = try await client.get("\(Self.path)/events")
        guard case .list(let events)? = listed.json["events"], let seq = events.last?["seq"]?.line else {
            throw TestTrouble("no events")
        }
        let body = #"{"cause":"entry-error","note":"Of another week","replacements":[],"withdrawals":[\#(seq)]}"#
        let corrected = try await client.post(
            "\(Self.path)/corrections", body, key: "right-00001", match: try await tag(client))
        #expect(corrected.status == 201, "\(corrected.answer.body)")
    }
}
