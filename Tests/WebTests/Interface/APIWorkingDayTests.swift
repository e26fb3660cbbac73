import API
import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Web

/// What waits to be done, over the API: referrals, interviews, closings, follow-ups, reviews and bars.
@Suite struct APIWorkingDayTests {
    private static let today = FixtureWorld.today
    private static let north = "/sites/north"
    private static let one = "/sites/north/episodes/E-1"

    @Test func `the words of the document are those of the use cases`() {
        #expect(Component.callers == Caller.allCases.map(\.rawValue))
        #expect(Component.callResults == CallResult.allCases.map(\.rawValue))
        #expect(Component.attemptOutcomes == AttemptOutcome.allCases.map(\.rawValue))
        #expect(Component.dayParts == DayPart.allCases.map(\.rawValue))
    }

    @Test func `a referral waits, is shown with what a decision stands on, and is decided upon what was seen`()
        async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license()
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            let referral =
                #"{"on":"\#(Self.today)","ref":"E-9","child":"C-9","model":"mst","team":"north-mst","#
                + #""profile":{"birthMonth":"2012-03"}}"#
            #expect(try await sam.post("\(Self.north)/referrals", referral, key: "refer-00001").status == 201)
            let inbox = try await sam.get("\(Self.north)/referrals")
            #expect(Component.referrals.shape.flaws(in: inbox.json) == [], "\(inbox.answer.body)")
            let waiting = try #require(inbox.list("referrals").first { $0["ref"] == "E-9" })
            #expect(waiting["step"] == "decision" && waiting["profile"]?["birthMonth"] == "2012-03")
            #expect(waiting["gaps"] == ["name", "sex", "source", "authority"], "\(waiting.line)")
            let sheet = try await sam.get("\(Self.north)/referrals/E-9")
            #expect(Component.referralSheet.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            let tag = try #require(sheet.answer["etag"])
            let decided = try await sam.post(
                "\(Self.north)/episodes/E-9/screening", #"{"on":"\#(Self.today)","verdict":"accepted"}"#,
                key: "screen-0001", match: tag)
            #expect(decided.status == 201, "\(decided.answer.body)")
            let next = try await sam.get("\(Self.north)/referrals").list("referrals").first { $0["ref"] == "E-9" }
            #expect(next?["step"] == "allocation")
            // A therapist has no inbox.
            let tara = try await world.program(of: try await world.account("tara", .therapist))
            try await tara.get("\(Self.north)/referrals").expect(.absent)
        }
    }

    @Test func `a referral is given to somebody in post once, given on, and taken back`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.license(staff: [
                "code: s-1, role: supervisor, fte: 1", "code: t-1, role: therapist, fte: 1",
            ])
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            let referral = #"{"on":"\#(Self.today)","ref":"E-9","child":"C-9","model":"mst","team":"north-mst"}"#
            #expect(try await sam.post("\(Self.north)/referrals", referral, key: "refer-00001").status == 201)
            let path = "\(Self.north)/referrals/E-9/owners"
            try await sam.post(path, "{}", key: "give-000000").expect(.refused)
            for _ in 0..<2 {
                let given = try await sam.post(path, #"{"owner":"s-1"}"#, key: "give-000001")
                #expect(given.status == 201 && Component.done.shape.flaws(in: given.json) == [], "\(given.answer.body)")
            }
            try await sam.post(path, #"{"owner":"s-1"}"#, key: "give-000002").expect(.refused)
            try await sam.post(path, #"{"owner":"nobody-here"}"#, key: "give-000003").expect(.refused)
            let inbox = try await sam.get("\(Self.north)/referrals")
            #expect(Component.referrals.shape.flaws(in: inbox.json) == [], "\(inbox.answer.body)")
            #expect(inbox.list("referrals").first?["owner"]?["staff"] == "s-1")
            #expect(inbox.list("referrals").first?["owner"]?["by"] == "sam")
            #expect(try await sam.post(path, #"{"owner":"t-1"}"#, key: "give-000004").status == 201)
            #expect(try await sam.post(path, "{}", key: "give-000005").status == 201)
            let sheet = try await sam.get("\(Self.north)/referrals/E-9")
            #expect(Component.referralSheet.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            #expect(sheet.list("given").map { $0["staff"] ?? .null } == [.null, "t-1", "s-1"])
            #expect(try await sam.get("\(Self.north)/referrals").list("referrals").first?["owner"] == .null)
            // What was declined needs nobody.
            let tag = try #require(sheet.answer["etag"])
            let declined = #"{"on":"\#(Self.today)","verdict":"declined","reason":"age"}"#
            #expect(
                try await sam.post(
                    "\(Self.north)/episodes/E-9/screening", declined, key: "screen-0001", match: tag
                ).status == 201)
            try await sam.post(path, #"{"owner":"s-1"}"#, key: "give-000006").expect(.refused)
            let tara = try await world.program(of: try await world.account("tara", .therapist))
            try await tara.post(path, #"{"owner":"t-1"}"#, key: "give-000007").expect(.absent)
            #expect(try await world.looks().contains("sam referral.give episode allowed"))
        }
    }

    @Test func `an attempt to reach a family is kept once, and only for an interview that is owed`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let account = try await world.account("ivy", .interviewer)
            try await world.post(account, as: "i-1")
            let ivy = try await world.program(of: account)
            let owed = try await ivy.get("\(Self.north)/interviews-due")
            #expect(Component.interviewsDue.shape.flaws(in: owed.json) == [], "\(owed.answer.body)")
            #expect(!owed.answer.body.contains("score") && !owed.answer.body.contains("Ada"))
            let slot = try #require(owed.list("interviews").first { $0["ref"] == "E-1" }?["slot"]).line
            let path = "\(Self.one)/interview-attempts"
            let again = Self.today.adding(days: 1)
            let body = #"{"slot":\#(slot),"outcome":"call-back","again":"\#(again)","part":"evening"}"#
            let first = try await ivy.post(path, body, key: "try-0000001")
            #expect(first.status == 201 && Component.done.shape.flaws(in: first.json) == [], "\(first.answer.body)")
            world.advance(seconds: 60)
            #expect(try await ivy.post(path, body, key: "try-0000001").answer.body == first.answer.body)
            try await ivy.post(path, body.replacing("evening", with: "morning"), key: "try-0000001").expect(.keyReused)
            let after = try await ivy.get("\(Self.north)/interviews-due").list("interviews")
            guard case .list(let attempts)? = after.first(where: { $0["ref"] == "E-1" })?["attempts"] else {
                throw TestTrouble("no attempts")
            }
            #expect(attempts.map { $0["outcome"] } == ["call-back"] && attempts.first?["part"] == "evening")
            #expect(attempts.first?["by"] == "i-1")
            try await ivy.post(path, #"{"slot":99,"outcome":"no-answer"}"#, key: "try-0000002").expect(.refused)
            let refused = #"{"slot":\#(slot),"outcome":"refused","part":"morning"}"#
            try await ivy.post(path, refused, key: "try-0000003").expect(.wrongBody)
            try await ivy.get(Self.one).expect(.absent)
            #expect(try await world.looks().filter { $0 == "ivy interview.record episode allowed" }.count == 2)
        }
    }

    @Test func `closing is done upon what its sheet shows, and a follow-up is owed then`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            var closed = FixtureEpisode(from: Self.today.adding(days: -320), through: Self.today.adding(days: -190))
            (closed.ref, closed.therapist) = (EpisodeRef("E-8"), StaffCode("t-1"))
            try await world.fixtures.record([closed], on: try await world.north())
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            let sheet = try await sam.get("\(Self.one)/closing")
            #expect(Component.closingSheet.shape.flaws(in: sheet.json) == [], "\(sheet.answer.body)")
            #expect(sheet.json["name"] == "Ada Invented" && sheet.list("outcomes").count >= 3)
            #expect(sheet.list("owed").contains { $0["kind"] == "adherence-interview" }, "\(sheet.answer.body)")
            let due = try await sam.get("\(Self.north)/follow-ups-due")
            #expect(Component.followUpsDue.shape.flaws(in: due.json) == [], "\(due.answer.body)")
            let six = due.list("followUps").first { $0["ref"] == "E-8" && $0["month"] == 6 }
            #expect(six?["isOpen"] == true, "\(due.answer.body)")
            // An expert sees what is owed, and nobody's name.
            let expert = try await world.program(of: try await world.account("exp", .expert))
            for path in ["\(Self.one)/closing", "\(Self.north)/follow-ups-due"] {
                let reply = try await expert.get(path)
                #expect(reply.status == 200 && !reply.answer.body.contains("Ada"), "\(reply.answer.body)")
            }
            let closing = #"{"on":"\#(Self.today)","reason":"completed","outcomes":{"at_home":"yes"}}"#
            let tag = try #require(sheet.answer["etag"])
            let done = try await sam.post("\(Self.one)/closing", closing, key: "close-00001", match: tag)
            #expect(done.status == 201, "\(done.answer.body)")
            #expect(try await sam.get("\(Self.one)/closing").json["closing"]?["reason"] == "completed")
        }
    }

    @Test func `a review is frozen once under its key, by whom it is given to`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let boss = try await world.account("boss", .siteManager)
            let narrow = try await world.program(of: boss, [.freezeReview])
            let goal = #"{"code":"g-1","goal":"Fill the post","owner":"s-1","due":"2025-06-30","standing":"open"}"#
            let body = #"{"from":"2025-01-01","to":"2025-03-31","goals":[\#(goal)]}"#
            let path = "\(Self.north)/programme-reviews"
            let first = try await narrow.post(path, body, key: "freeze-0001")
            #expect(first.status == 201 && first.json["told"] == "1", "\(first.answer.body)")
            world.advance(seconds: 60)
            #expect(try await narrow.post(path, body, key: "freeze-0001").answer.body == first.answer.body)
            #expect(try await narrow.post(path, body, key: "freeze-0002").json["told"] == "2")
            let review = try await world.program(of: boss).get("\(path)/1")
            #expect(review.status == 200 && review.answer.body.contains("Fill the post"))
            try await narrow.post(path, body.replacing("\(goal)", with: "\(goal),\(goal)"), key: "freeze-0003")
                .expect(.wrongBody)
            let unfinished = #"{"from":"2025-01-01","to":"2099-03-31"}"#
            try await narrow.post(path, unfinished, key: "freeze-0004").expect(.refused)
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            try await sam.post(path, body, key: "freeze-0001").expect(.absent)
        }
    }

    @Test func `two that freeze at once under one key freeze one review`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let boss = try await world.program(of: try await world.account("boss", .siteManager))
            let body = #"{"from":"2025-01-01","to":"2025-03-31"}"#
            let replies = try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask { try await boss.post("\(Self.north)/programme-reviews", body, key: "freeze-0001") }
                }
                return try await group.reduce(into: [APIReply]()) { $0.append($1) }
            }
            for reply in replies where reply.status != 201 { reply.expect(.stillRunning) }
            #expect(Set(replies.filter { $0.status == 201 }.map(\.answer.body)).count == 1)
            try await boss.get("\(Self.north)/programme-reviews/2").expect(.absent)
        }
    }

    @Test func `a bar is put once and lifted once, and nobody does it to themselves`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.family("Ada Invented", episode: "E-1")
            let account = try await world.account("tara", .therapist)
            try await world.post(account, as: "t-1")
            let tara = try await world.program(of: account)
            let sam = try await world.program(of: try await world.account("sam", .supervisor))
            #expect(try await tara.get(Self.one).status == 200)
            let body = #"{"account":"tara"}"#
            for _ in 0..<2 {
                #expect(try await sam.post("\(Self.one)/bars", body, key: "bar-0000001").status == 201)
                try await tara.get(Self.one).expect(.absent)
            }
            try await sam.post("\(Self.one)/bars", body, key: "bar-0000002").expect(.refused)
            for _ in 0..<2 {
                #expect(try await sam.post("\(Self.one)/bar-ends", body, key: "lift-000001").status == 201)
            }
            #expect(try await tara.get(Self.one).status == 200)
            for what in ["bars", "bar-ends", "kin", "kin-ends"] {
                let path = "\(Self.one)/\(what)"
                try await sam.post(path, #"{"account":"sam"}"#, key: "own-0000001").expect(.absent, what)
                try await sam.post(path, #"{"account":"nobody"}"#, key: "own-0000002").expect(.absent, what)
                try await tara.post(path, body, key: "own-0000003").expect(.absent, what)
            }
            #expect(try await sam.post("\(Self.one)/kin", body, key: "kin-0000001").status == 201)
            try await sam.post("\(Self.one)/kin", body, key: "kin-0000002").expect(.refused)
            #expect(try await sam.post("\(Self.one)/kin-ends", body, key: "kin-0000003").status == 201)
            let looks = try await world.looks().filter { $0.hasPrefix("sam access.bar") && $0.hasSuffix("allowed") }
            #expect(looks.count == 6, "\(looks)")
        }
    }

    @Test func `an edition is checked and compared by an analyst, and by nobody else`() async throws {
        try await EditionsPageTests.with { world, _ in
            let analyst = try await world.account("ann", .governance)
            try await world.makeAnalyst(analyst)
            let ann = try await world.program(of: analyst)
            let check = try await ann.get("/network/editions/1/verification")
            #expect(check.status == 200 && check.json["isSound"] == true, "\(check.answer.body)")
            #expect(Component.editionCheck.shape.flaws(in: check.json) == [], "\(check.answer.body)")
            let difference = try await ann.get("/network/editions/1/difference?other=2")
            #expect(difference.status == 200, "\(difference.answer.body)")
            #expect(Component.editionDifference.shape.flaws(in: difference.json) == [], "\(difference.answer.body)")
            #expect(difference.list("rules").contains { $0["rule"] == "profile" }, "\(difference.answer.body)")
            try await ann.get("/network/editions/9/verification").expect(.absent)
            try await ann.get("/network/editions/1/difference?other=9").expect(.absent)
            try await ann.get("/network/editions/1/difference").expect(.wrongParameter)
            let clerk = try await world.clerk()
            try await clerk.get("/network/editions/1/verification").expect(.absent)
            try await clerk.get("/network/editions/1/difference?other=2").expect(.absent)
        }
    }
}
