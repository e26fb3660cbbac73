import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Web

/// What a supervisor's list has besides families: referrals with whose they are, and who stands in for whom.
struct TeamPageTests {
    private static func refer(_ ref: String, _ world: WebWorld) async throws {
        var waiting = FixtureEpisode(referredOn: FixtureWorld.today.adding(days: -3))
        waiting.ref = EpisodeRef(ref)
        try await world.fixtures.record([waiting], on: try await world.north())
    }

    @Test func `a referral that waits is told with whose it is, and who stands in for whom`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await Self.refer("W-1", world)
            let browser = try await world.supervisor()
            let empty = try await browser.get("/team").body
            #expect(empty.contains("Nobody, for four weeks from today."))
            try await world.cover(try await world.account("two", .therapist), for: "t-1")
            let page = try await browser.get("/team").body
            #expect(page.contains("href=\"/referrals/one?site=north&amp;ref=W-1\">W-1</a>"))
            #expect(page.contains("to be decided, referred 3 days ago. It is for s-1."))
            #expect(page.contains("t-2 for t-1, ") && page.contains("<strong> Today.</strong>"))
            #expect(page.contains("1 Invented Street") == false)
        }
    }

    @Test func `a referral that nobody is there for says so, and who decides nothing sees none`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await Self.refer("W-1", world)
            #expect(try await world.supervisor().get("/team").body.contains("Nobody supervises the team today."))
            let expert = try await world.browser(of: try await world.account("x-1", .expert))
            let page = try await expert.get("/team").body
            #expect(page.contains("Team north-mst") && !page.contains("W-1") && !page.contains("/team/hand-over"))
        }
    }

    @Test func `a supervisor is told how their own teams stand, and of others nothing`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await world.supervisor()
            try await world.limit(try #require(AccountCode("boss")), to: "north-mst")
            let own = try await browser.get("/team").body
            #expect(own.contains("Team north-mst<") && !own.contains("Team north-mst-can"))
            #expect(!(try await browser.get("/team?team=north-mst-can").body.contains("Team north-mst")))
            let manager = try await world.browser(of: try await world.account("manager")).get("/team").body
            #expect(manager.contains("Team north-mst<") && manager.contains("Team north-mst-can<"))
        }
    }

    @Test func `what waits in a team is counted whatever the list is narrowed to`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await world.family("Robin Example", episode: "E-1")
            let browser = try await world.supervisor()
            func figures(_ page: String) throws -> Substring {
                let after = try #require(page.split(separator: "<dl class=\"facts\">").dropFirst().first)
                return try #require(after.split(separator: "</dl>").first)
            }
            let all = try figures(try await browser.get("/team?team=north-mst").body)
            #expect(try figures(try await browser.get("/team?team=north-mst&q=zzz").body) == all)
            #expect(try figures(try await browser.get("/team?team=north-mst&therapist=t-2").body) == all)
        }
    }

    @Test func `a summary that was handed in waits until somebody says something to it, or it was discussed`()
        async throws
    {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            let (therapist, supervisor) = (try await world.browser(of: account), try await world.supervisor())
            #expect(try await supervisor.get("/team").body.contains("None waits."))
            for week in 5...9 { try await world.fill("/episode/summary", in: week, [:], by: therapist) }
            let way = "<a href=\"/episode/summary?site=north&amp;ref=E-1&amp;week="
            let ways = [9, 8, 7, 6].map { "\(way)\($0)\">week \($0)</a>" }
            func waits(_ text: String) async throws -> Bool {
                try await supervisor.get("/team").body.contains("E-1 Robin Example, t-1: \(text).</li>")
            }
            #expect(try await waits("\(ways[0]), \(ways[1]), \(ways[2]) and 2 earlier"))
            let words = ["part": "whole", "words": "There is more to be said"]
            try await world.fill("/episode/summary/comment", in: 9, words, by: therapist)
            #expect(try await waits("\(ways[0]), \(ways[1]), \(ways[2]) and 2 earlier"))
            try await world.fill("/episode/summary/comment", in: 9, words, by: supervisor)
            #expect(try await waits("\(ways[1]), \(ways[2]), \(ways[3]) and 1 earlier"))
            for week in 5...7 {
                try await world.fill("/episode/summary/discussed", in: week, ["setting": "supervision"], by: supervisor)
            }
            #expect(try await waits(ways[1]))
        }
    }

    @Test func `a team that owes no summary says so, and its therapists' families can be handed over`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            try await world.staffed()
            try await world.family("Robin Example", episode: "E-1")
            let page = try await world.supervisor().get("/team").body
            #expect(page.contains("<dt>Weekly summaries that wait</dt><dd>None</dd>"))
            #expect(page.contains("href=\"/team/hand-over?site=north&amp;team=north-mst&amp;from=t-1\""))
        }
    }
}

extension WebWorld {
    /// Leaves an account one team of the first site.
    func limit(_ account: AccountCode, to team: String) async throws {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                UPDATE access.site_grant AS g SET team_id = t.team_id
                FROM door.account AS a, site.team AS t
                WHERE a.account_id = g.account_id AND a.code = \(account.text)
                    AND t.site_id = g.site_id AND t.code = \(team)
                """)
        }
    }
}
