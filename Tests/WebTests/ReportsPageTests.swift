import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Intervention
import Pages
import Postgres
import ScratchPostgres
import Testing

@testable import Web

/// The reports as those read them who may: of their site, and of the network.
struct ReportsPageTests {
    /// The last twelve whole months: the network's figures are of whole months.
    private static let year: String = {
        let month = FixtureWorld.today.civilMonth
        return "from=\(month.adding(months: -12).firstDay)&to=\(month.adding(months: -1).lastDay)"
    }()

    /// The part of a page from its picture's beginning to its end; empty where it has none.
    private static func figure(_ body: String) -> Substring {
        guard let start = body.range(of: "<figure"), let end = body.range(of: "</figure>") else { return "" }
        return body[start.lowerBound..<end.upperBound]
    }

    /// Families of the site north that were closed lately, one of them without completing.
    private func closings(_ world: WebWorld) async throws {
        let today = FixtureWorld.today
        let entries = (0..<6).map { number in
            FixtureEpisode(
                from: today.adding(days: -200 + number), through: today.adding(days: -60 + number),
                reason: number == 5 ? .lackOfEngagement : .completed, outcomes: [.atHome: .yes])
        }
        try await world.fixtures.record(entries, on: try await world.north())
    }

    @Test func `a site's reports are asked for by one form, and each says what it found`() async throws {
        try await WebWorld.with { world in
            try await closings(world)
            let form = try await world.get("/reports")
            #expect(form.status == 200 && !form.body.contains("<svg") && form.body.contains("Figures of North House."))
            for kind in ReportKind.allCases {
                let page = try await world.get("/reports?report=\(kind.rawValue)&indicator=at_home&\(Self.year)")
                #expect(page.status == 200, "\(kind)")
                #expect(page.body.contains("<h2 id=\"found\">"), "\(kind)")
                let isDrawn = [.comparison, .trend, .timeToPlacement].contains(kind)
                #expect(page.body.contains("<svg xmlns") == isDrawn, "\(kind)")
                // The table of a picture is the report's own, and stands there once.
                #expect(page.body.components(separatedBy: "<figure").count - 1 == (isDrawn ? 1 : 0), "\(kind)")
                #expect(!Self.figure(page.body).contains("<table"), "\(kind)")
                #expect(page.body.contains("<table class=\"figures\""), "\(kind)")
                #expect(!page.body.contains(" style=") && !page.body.contains("<script"), "\(kind)")
            }
            let trend = try await world.get("/reports?report=trend&indicator=at_home&\(Self.year)")
            #expect(trend.body.contains("6/6"))
        }
    }

    @Test(arguments: [
        ("report=league-table", "There is no such report"),
        ("report=trend&indicator=length_of_stay", "no such indicator"),
        ("report=trend&model=unheard-of", "There is no such model"),
        ("report=trend&from=2025-02-30", "no day of the calendar"),
        ("report=trend&from=2025-03-01&to=2025-02-01", "The last day lies before the first"),
    ])
    func `a mistake is said at its field, and nothing is reported`(query: String, sentence: String) async throws {
        try await WebWorld.with { world in
            let page = try await world.get("/reports?\(query)")
            #expect(page.status == 400 && page.body.contains(sentence) && !page.body.contains("id=\"found\""))
        }
    }

    @Test func `a programme review is of a whole site: of the network there is none`() async throws {
        try await WebWorld.with { world in
            try await closings(world)
            let page = try await world.get("/reports?report=programme-review&\(Self.year)")
            #expect(page.status == 200 && page.body.contains("Goals: 0, of them 0 carried forward."))
            #expect(page.body.contains("Indicators of Standard MST"))
            #expect(try await world.get("/reports").body.contains("programme-review"))
        }
    }

    @Test(arguments: ["colour=red", "report=trend&report=reach", "site=elsewhere"])
    func `an address that no form of ours makes is refused`(query: String) async throws {
        try await WebWorld.with { world in
            let status = try await world.get("/reports?\(query)").status
            #expect([400, 404].contains(status))
        }
    }

    @Test func `the network's reports are its analysts', and a site's are not theirs`() async throws {
        try await WebWorld.with(sites: ["north", "south"]) { world in
            try await closings(world)
            #expect(try await world.get("/network/reports").status == 404)
            let account = try await world.account("analyst", .networkAnalyst, at: [])
            try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
                _ = try await connection.execute(
                    """
                    INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                    VALUES (gen_random_uuid(), \(account.description)::text::uuid, 'network-analyst', DATE '2000-01-01',
                        'fixture', now())
                    """)
            }
            let analyst = try await world.browser(of: account)
            let query = "report=comparison&indicator=completed&\(Self.year)"
            let page = try await analyst.get("/network/reports?\(query)")
            #expect(page.status == 200)
            #expect(page.body.contains("north") && page.body.contains("5/6") && page.body.contains("<svg xmlns"))
            #expect(try await analyst.get("/reports?\(query)").status == 404)
            #expect(!page.body.contains("programme-review"))
            let review = try await analyst.get("/network/reports?report=programme-review&\(Self.year)")
            #expect(review.status == 400 && review.body.contains("There is no such report here"))
            #expect(try await analyst.get("/network/reports?site=north&\(query)").status == 400)
        }
    }
}
