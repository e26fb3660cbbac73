import API
import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing

@testable import Web

/// What is done of the network over the API: each once under a key, of which nothing but hashes and a number is kept.
@Suite struct APINetworkTests {
    private static let today = FixtureWorld.today

    private static func analyst(_ world: WebWorld, _ code: String = "ann") async throws -> APIClient {
        let account = try await world.account(code, .governance)
        try await world.makeAnalyst(account)
        return try await world.program(of: account)
    }

    private static func kept(_ world: WebWorld) async throws -> [String] {
        try await Connection.withConnection(to: world.fixtures.database.target(.administrator)) { connection in
            try await connection.query(
                """
                SELECT a.code || ' ' || coalesce(w.told, '-')
                FROM exchange.network_write AS w JOIN door.account AS a USING (account_id) ORDER BY w.recorded_at, a.code
                """
            ).column(0, as: String.self)
        }
    }

    @Test func `a prospective site is added and goes on once however often it is sent`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let (ann, bob) = (try await Self.analyst(world), try await Self.analyst(world, "bob"))
            let path = "/network/pipeline"
            let added = #"{"code":"west","name":"West House"}"#
            let first = try await ann.post(path, added, key: "add-0000001")
            #expect(first.status == 201 && Component.done.shape.flaws(in: first.json) == [], "\(first.answer.body)")
            #expect(try await ann.post(path, added, key: "add-0000001").answer.body == first.answer.body)
            try await ann.post(path, added.replacing("House", with: "Hall"), key: "add-0000001").expect(.keyReused)
            try await ann.post(path, added, key: nil).expect(.keyMissing)
            // A key is of its account: another's is another request, and the site is there.
            try await bob.post(path, added, key: "add-0000001").expect(.refused)
            let stage = #"{"stage":"A","on":"\#(Self.today)"}"#
            for _ in 0..<2 {
                #expect(try await ann.post("\(path)/west/stages", stage, key: "stage-00001").status == 201)
            }
            let early = stage.replacing(#""A""#, with: #""C""#)
            try await ann.post("\(path)/west/stages", early, key: "stage-00002").expect(.refused)
            let void = #"{"stage":"A","on":"\#(Self.today)","because":"Another site"}"#
            #expect(try await ann.post("\(path)/west/stage-withdrawals", void, key: "void-000001").status == 201)
            try await ann.post("\(path)/east/stages", stage, key: "stage-00003").expect(.absent)
            let list = try await ann.get(path).list("prospects")
            guard case .list(let stages)? = list.first?["stages"] else { throw TestTrouble("no stages") }
            #expect(list.count == 1 && stages.count == 1 && stages.first?["voided"] == "Another site")
            #expect(try await Self.kept(world) == ["ann -", "ann -", "ann -"])
            let clerk = try await world.clerk()
            try await clerk.post(path, added, key: "add-0000002").expect(.absent)
        }
    }

    @Test func `who sends the same at once is answered once, and after a day nothing of it is kept`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let ann = try await Self.analyst(world)
            let path = "/network/pipeline"
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await ann.post(path, #"{"code":"west","name":"West House"}"#, key: "add-0000001").status
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(statuses.isSubset(of: [201, 409]) && statuses.contains(201), "\(statuses)")
            #expect(try await ann.get(path).list("prospects").count == 1)
            #expect(try await Self.kept(world).count == 1)
            world.advance(seconds: 25 * 60 * 60)
            let next = #"{"code":"east","name":"East House"}"#
            #expect(try await ann.post(path, next, key: "add-0000001").status == 201)
            #expect(try await Self.kept(world).count == 1)
        }
    }

    @Test func `outliers are looked for, put on the list, and taken on once`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let ann = try await Self.analyst(world)
            let days = (from: "2025-01-01", to: "2025-12-31")
            let query = "indicator=completed&model=mst&from=\(days.from)&to=\(days.to)"
            let preview = try await ann.get("/network/outliers/preview?\(query)")
            #expect(Component.outlierSweep.shape.flaws(in: preview.json) == [], "\(preview.answer.body)")
            #expect(preview.list("withoutCases") == ["north"], "\(preview.answer.body)")
            let body = #"{"indicator":"completed","model":"mst","from":"\#(days.from)","to":"\#(days.to)"}"#
            for _ in 0..<2 {
                let raised = try await ann.post("/network/outliers", body, key: "raise-00001")
                #expect(raised.status == 201 && raised.text("told") == "0", "\(raised.answer.body)")
            }
            let number = try await world.plantOutlier()
            let path = "/network/outliers/\(number)/steps"
            try await ann.post(path, #"{"step":"decided","text":"Later"}"#, key: "take-000001").expect(.wrongBody)
            try await ann.post(path, #"{"step":"published","text":"Out of turn"}"#, key: "take-000002").expect(.refused)
            let step = #"{"step":"withdrawn","text":"Entered twice"}"#
            for _ in 0..<2 {
                let taken = try await ann.post(path, step, key: "take-000003")
                #expect(taken.status == 201 && taken.text("told") == "\(number)", "\(taken.answer.body)")
            }
            let outlier = try #require(try await ann.get("/network/outliers").list("outliers").first)
            guard case .list(let steps)? = outlier["steps"] else { throw TestTrouble("no steps") }
            #expect(steps.count == 1 && steps.first?["step"] == "withdrawn")
            try await ann.post("/network/outliers/999/steps", step, key: "take-000004").expect(.absent)
            #expect(try await Self.kept(world) == ["ann 0", "ann \(number)"])
            let clerk = try await world.clerk()
            try await clerk.get("/network/outliers/preview?\(query)").expect(.absent)
            try await clerk.post(path, step, key: "take-000005").expect(.absent)
        }
    }

    @Test func `an edition is worked out, and frozen once`() async throws {
        try await EditionsPageTests.with { world, _ in
            let ann = try await Self.analyst(world)
            let wish = #"{"profile":"network","from":"2025-01-01","to":"2025-12-31","restates":1,"note":"Once more"}"#
            let preview = try await ann.post("/network/edition-preview", wish, key: nil)
            #expect(preview.status == 200 && preview.json["number"] == 3, "\(preview.answer.body.prefix(300))")
            #expect(try await ann.get("/network/editions").list("editions").count == 2)
            for _ in 0..<2 {
                let frozen = try await ann.post("/network/editions", wish, key: "freeze-0001")
                #expect(frozen.status == 201 && frozen.text("told") == "3", "\(frozen.answer.body)")
            }
            #expect(try await ann.get("/network/editions").list("editions").count == 3)
            let unfinished = wish.replacing("2025-12-31", with: "2099-12-31")
            try await ann.post("/network/editions", unfinished, key: "freeze-0002").expect(.refused)
            let clerk = try await world.clerk()
            try await clerk.post("/network/editions", wish, key: "freeze-0003").expect(.absent)
        }
    }
}

extension WebWorld {
    /// Puts an outlier of the first site on the list.
    fileprivate func plantOutlier() async throws -> Int32 {
        let number = try await Connection.withConnection(to: fixtures.database.target(.administrator)) { connection in
            try await connection.query(
                """
                INSERT INTO site.outlier (site_id, model, indicator, from_day, through_day, numerator, denominator,
                    network_numerator, network_denominator, signal, known_at, answer_due, recorded_at, recorded_by)
                SELECT site_id, 'mst', 'completed', '2025-01-01', '2025-12-31', 2, 10, 101, 120, 'alarm', '2026-01-01Z',
                    '2026-02-01', '2026-01-01Z', 'fixture'
                FROM site.site WHERE code = 'north' RETURNING outlier_no
                """
            ).column(0, as: Int32.self).first
        }
        return try #require(number)
    }
}
