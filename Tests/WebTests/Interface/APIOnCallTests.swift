import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Testing

@testable import Web

/// The team's telephone over the API, and that another site's families are not there.
@Suite struct APIOnCallTests {
    private static let today = FixtureWorld.today
    private static let calls = "/sites/north/on-call/calls"

    private static func call(_ world: WebWorld, _ further: String = #""episode":"E-1""#, minutes: Int64 = -5) -> String
    {
        let came = world.fixtures.clock.shown.adding(microseconds: minutes * 60_000_000)
        return #"{"cameAt":"\#(came)","caller":"police","done":"safety-plan","#
            + #""words":"Found at the station",\#(further)}"#
    }

    @Test func `who carries the telephone writes a call down once, and hands it over as it was read`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let account = try await world.account("nina", .therapist)
            try await world.post(account, as: "t-9")
            let nina = try await world.program(of: account)
            try await nina.get("/sites/north/on-call/handover").expect(.refused)
            #expect(try await nina.get("/sites/north/on-call").list("families").isEmpty)
            try await OnCallPageTests.giveTelephone(to: "t-9", world)
            let body = Self.call(world)
            let first = try await nina.post(Self.calls, body, key: "call-000001")
            #expect(first.status == 201 && Component.done.shape.flaws(in: first.json) == [], "\(first.answer.body)")
            world.advance(seconds: 60)
            #expect(try await nina.post(Self.calls, body, key: "call-000001").answer.body == first.answer.body)
            try await nina.post(Self.calls, Self.call(world, minutes: -7), key: "call-000001").expect(.keyReused)
            try await nina.post(Self.calls, Self.call(world, minutes: 60), key: "call-000002").expect(.refused)
            try await nina.post(Self.calls, Self.call(world, #""episode":"E-7""#), key: "call-000003").expect(.absent)
            let both = Self.call(world, #""episode":"E-1","team":"north-mst""#)
            try await nina.post(Self.calls, both, key: "call-000004").expect(.wrongBody)
            try await nina.post(Self.calls, Self.call(world, #""team":"north-mst-can""#), key: "call-000005")
                .expect(.refused)
            let night = try await nina.get("/sites/north/on-call")
            #expect(Component.onCall.shape.flaws(in: night.json) == [], "\(night.answer.body)")
            #expect(night.list("calls").map { $0["id"] } == [first.json["made"]])
            #expect(night.list("calls").first?["words"] == "Found at the station")
            #expect(night.answer.body.contains("Ada Invented") && !night.answer.body.contains("Hidden"))
            let sheet = try await nina.get("/sites/north/on-call/handover?team=north-mst")
            #expect(Component.handover.shape.flaws(in: sheet.json) == [] && sheet.list("calls").count == 1)
            let path = "/sites/north/on-call/handovers"
            func taken(_ count: Int) -> String { #"{"team":"north-mst","on":"\#(Self.today)","calls":\#(count)}"# }
            try await nina.post(path, taken(0), key: "take-000001").expect(.refused)
            for _ in 0..<2 {
                let reply = try await nina.post(path, taken(1), key: "take-000002")
                #expect(reply.status == 201 && reply.json["told"] == "1", "\(reply.answer.body)")
            }
            let after = try await nina.get("/sites/north/on-call/handover?team=north-mst")
            #expect(after.list("readings").map { $0["by"] } == ["t-9"])
            // What came since is taken over by a reading of its own.
            let later = try await nina.post(Self.calls, Self.call(world, minutes: -1), key: "call-000009")
            #expect(later.status == 201, "\(later.answer.body)")
            #expect(try await nina.post(path, taken(2), key: "take-000003").status == 201)
            let last = try await nina.get("/sites/north/on-call/handover?team=north-mst")
            #expect(last.list("readings").map { $0["calls"] } == [.integer(1), .integer(2)])
            let early = #"{"team":"north-mst","on":"9999-12-31","calls":0}"#
            try await nina.post(path, early, key: "take-000004").expect(.refused)
            let looks = try await world.looks()
            #expect(looks.contains("nina on-call.record episode allowed"))
            #expect(looks.contains("nina on-call.record team allowed"))
            #expect(!world.log.text.contains("station") && !world.log.text.contains("Ada"))
        }
    }

    @Test func `what is another site's is not there`() async throws {
        try await WebWorld.with(sites: ["north", "south"], isSignedIn: false) { world in
            let family = try await world.family("Ada Invented", episode: "E-1")
            let stranger = try await world.clerk("stranger", at: ["south"])
            let (one, nobody) = ("/sites/north/episodes/E-1", #"{"account":"nobody"}"#)
            for site in ["north", "south"] {
                let path = "/sites/\(site)"
                for what in [
                    "referrals/E-1", "episodes/E-1/closing", "people/\(family.child)", "programme-reviews/1",
                ] { try await stranger.get("\(path)/\(what)").expect(.absent, "\(site) \(what)") }
                let writes = [
                    ("episodes/E-1/interview-attempts", #"{"slot":1,"outcome":"no-answer"}"#),
                    ("referrals/E-1/owners", #"{"owner":"s-1"}"#),
                    ("episodes/E-1/bars", nobody), ("episodes/E-1/bar-ends", nobody), ("episodes/E-1/kin", nobody),
                    ("episodes/E-1/kin-ends", nobody),
                    ("children/\(family.child)/relatives", #"{"kinship":"mother"}"#),
                    ("on-call/calls", Self.call(world)),
                ]
                for (number, write) in writes.enumerated() {
                    try await stranger.post("\(path)/\(write.0)", write.1, key: "\(site)-000000\(number)")
                        .expect(.absent, "\(site) \(write.0)")
                }
                try await stranger.post(
                    "\(path)/people/\(family.child)", #"{"particulars":{"name":"Eve Invented"}}"#,
                    key: "\(site)-00000010", match: "\"0\""
                ).expect(.absent, site)
            }
            for what in ["referrals", "interviews-due", "follow-ups-due", "on-call", "on-call/handover"] {
                try await stranger.get("/sites/north/\(what)").expect(.absent, what)
            }
            let review = #"{"from":"2025-01-01","to":"2025-03-31"}"#
            try await stranger.post("/sites/north/programme-reviews", review, key: "review-0001").expect(.absent)
            let taken = #"{"team":"north-mst","on":"\#(Self.today)","calls":0}"#
            try await stranger.post("/sites/north/on-call/handovers", taken, key: "take-000001").expect(.absent)
            let own = try await world.program(of: try await world.account("sam", .supervisor))
            #expect(try await own.get(one).status == 200)
        }
    }
}
