import FoundationEssentials
import Postgres
import Testing

/// What is wrong at one site, or in one file, and the nights of all the others.
struct NightFaultCommandTests {
    private struct Line: Decodable {
        let site: String
        let job: String
        let state: String
        let reason: String?
    }

    private static func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    /// Lends a place with the site `north`, and with `south`, whose team works by a model of the folder that has mistakes
    /// by now.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let folder = try workplace.folder.make("config/models")
            let text = try repository.text(of: "config/models/mst-e.yaml").replacing("id: mst-e\n", with: "id: own\n")
            try folder.write(text, to: "own.yaml")
            try workplace.folder.write(
                "code: south\nname: Invented South\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
                    + "  - {code: s, model: own, startedOn: 2020-01-06}\n", to: "south.yaml")
            try await workplace.demand(["site", "apply", "south.yaml"])
            try folder.write(text.replacing("version: 1", with: "version: one"), to: "own.yaml")
            try await body(workplace)
        }
    }

    private static let mistake = "config/models/own.yaml: line 3, column 10: 'one' is no whole number"

    @Test func `a model's file with mistakes stops no night: the database keeps what the sites use`() async throws {
        try await lend { workplace in
            #expect(try await workplace.run(["site", "list"]).status == 78)
            let night = try await workplace.run(["nightly", "--json"])
            #expect(night.status == 0, "\(night.err)")
            #expect(night.err.contains("homeward: warning: \(Self.mistake)"))
            let lines = try Self.lines(night.out)
            #expect(Set(lines.map(\.site)) == ["north", "south"])
            #expect(lines.allSatisfy { $0.state == "done" })
            #expect(try await workplace.run(["jobs", "list"]).status == 0)
        }
    }

    @Test func `a model that can be read nowhere fails the sites that use it, with the reason, and no other`()
        async throws
    {
        try await lend { workplace in
            _ = try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    // No programme can do it: what is kept is kept. A database that was restored wrongly can lack it.
                    try await connection.execute("SET session_replication_role = replica")
                    try await connection.execute("DELETE FROM site.declared_model")
                }
            }
            let night = try await workplace.run(["nightly", "--json"])
            #expect(night.status == 75)
            let lines = try Self.lines(night.out)
            let north = lines.filter { $0.site == "north" }
            #expect(!north.isEmpty && north.allSatisfy { $0.state == "done" })
            let south = lines.filter { $0.site == "south" && $0.job == "obligations" }
            #expect(south.map(\.state) == ["failed"])
            #expect(south.first?.reason?.contains("the model own") == true)
            #expect(south.first?.reason?.contains(Self.mistake) == true, "\(south)")
        }
    }

    @Test func `the service starts beside a model's file with mistakes and a site whose clocks nobody knows`()
        async throws
    {
        try await lend { workplace in
            _ = try await workplace.withAdministrator { pool in
                try await pool.withConnection {
                    try await $0.execute("UPDATE site.site SET time_zone = 'Atlantis/Capital' WHERE code = 'south'")
                }
            }
            var serving = workplace
            serving.environment["HOMEWARD_NIGHTLY_IN_SERVE"] = "on"
            let served = try await Served.start(serving)
            try await served.untilReady()
            func mark(_ name: String, _ site: String) -> String {
                "homeward_nightly_\(name){job=\"verify\",site=\"\(site)\"} "
            }
            let done = mark("last_success_timestamp_seconds", "north")
            let failed = mark("failed", "south") + "1"
            while true {
                let page = await served.get("/metrics")?.body ?? ""
                if page.contains(done), page.contains(failed) { break }
                try await Task.sleep(for: .milliseconds(200))
            }
            let outcome = try await served.stop()
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("own.yaml: line 3, column 10"))
            #expect(outcome.err.contains("time zone Atlantis/Capital of site south"))
        }
    }
}
