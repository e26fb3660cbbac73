import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Testing

@testable import Web

/// The editions as those of the network read them: analysts all of them, commissioners the public ones.
struct EditionsPageTests {
    /// A network with an edition for its services and one for everybody.
    static func with(_ body: (WebWorld, Practice) async throws -> Void) async throws {
        try await WebWorld.with(sites: ["north", "south"]) { world in
            let first = try #require(CivilDate(iso: "2025-01-10"))
            let closings = (0..<60).map { place in
                let end = first.adding(days: 5 * place)
                return FixtureEpisode(
                    from: end.adding(days: -100), through: end, reason: place % 5 == 4 ? .placed : .completed,
                    outcomes: [.atHome: place % 4 == 3 ? .no : .yes])
            }
            try await world.fixtures.record(closings, on: try await world.north())
            try await world.fixtures.database.withPool(.reporting) { reporting in
                let fixtures = world.fixtures
                let practice = Practice(
                    application: fixtures.pool, reporting: reporting, store: fixtures.store, models: fixtures.models,
                    clock: fixtures.clock.recordClock)
                for profile in [EditionProfile.network, .dfe] {
                    let request = try EditionRequest(
                        profile, from: try #require(CivilDate(iso: "2025-01-01")),
                        through: try #require(CivilDate(iso: "2025-12-31")))
                    _ = try #require(try await practice.freeze(request, madeBy: "a test").edition)
                }
                try await body(world, practice)
            }
        }
    }

    private static func browser(_ role: Role, in world: WebWorld) async throws -> Browser {
        let account = try await world.account("a-\(role.rawValue)", role, at: [])
        try await Connection.withConnection(to: world.fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                VALUES (gen_random_uuid(), \(account.description)::text::uuid, \(role.rawValue), DATE '2000-01-01',
                    'fixture', now())
                """)
        }
        return try await world.browser(of: account)
    }

    @Test func `an analyst reads all editions and keeps their files`() async throws {
        try await Self.with { world, practice in
            let analyst = try await Self.browser(.networkAnalyst, in: world)
            let list = try await analyst.get("/network/editions")
            #expect(list.status == 200)
            for number in 1...2 { #expect(list.body.contains("<a href=\"/network/editions/\(number)\">")) }
            let page = try await analyst.get("/network/editions/1")
            #expect(page.status == 200 && page.body.contains("sites, mst") && page.body.contains("SHA-256 "))
            #expect(page.body.contains("<table class=\"figures\""))
            #expect(!page.body.contains(" style=") && !page.body.contains("<script"))
            // Nobody is told by a page why a figure is withheld.
            #expect(!page.body.contains("primary") && !page.body.contains("secondary"))
            let edition = try #require(try await practice.editions().first)
            for table in edition.document.tables {
                for cell in table.cells { #expect(page.body.contains(">\(edition.document.shown(cell))<")) }
            }
            for file in edition.dataFiles {
                let answer = try await analyst.get("/network/editions/1/\(file.name)")
                #expect(answer.status == 200 && answer.body == file.text, "\(file.name)")
                #expect(answer["content-disposition"] == "attachment; filename=\"edition-1-\(file.name)\"")
                #expect(page.body.contains("/network/editions/1/\(file.name)\""))
            }
            #expect(try await analyst.get("/network/editions/1/edition.html").body.hasPrefix("<!DOCTYPE html>"))
            for path in ["3", "x", "01", "1/other.csv", "1/datapackage.json.csv"] {
                #expect(try await analyst.get("/network/editions/\(path)").status == 404, "\(path)")
            }
        }
    }

    @Test func `a commissioner reads the public editions, and who works at a site none of these pages`() async throws {
        try await Self.with { world, _ in
            let commissioner = try await Self.browser(.commissioner, in: world)
            let list = try await commissioner.get("/network/editions")
            #expect(
                list.status == 200 && list.body.contains("/network/editions/2\"") && !list.body.contains("editions/1\"")
            )
            #expect(try await commissioner.get("/network/editions/2").status == 200)
            #expect(try await commissioner.get("/network/editions/2/table-1-all-sites-mst.csv").status == 200)
            for path in ["1", "1/datapackage.json"] {
                #expect(try await commissioner.get("/network/editions/\(path)").status == 404)
            }
            #expect(try await commissioner.get("/").body.contains("href=\"/network/editions\""))
            for path in ["", "/2", "/2/datapackage.json"] {
                #expect(try await world.get("/network/editions\(path)").status == 404)
            }
        }
    }
}
