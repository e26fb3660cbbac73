import API
import Accounts
import CivilDate
import EpisodeFixtures
import Foundation
import Intervention
import Practice
import Reporting
import Testing

@testable import Web

/// The API met by programs of other people's making, which know of it only what its document says.
@Suite struct ForeignClientTests {
    /// At least so many requests are tried.
    private static let fewest = 5_000
    /// At most so many for each operation, and scenarios for each way through the links.
    private static let each = ProcessInfo.processInfo.environment["HOMEWARD_TRIES"] ?? "50"

    /// Somebody to whom everything is open, over a site with a licence, episodes, children by known ids, and a review and two
    /// editions that were frozen.
    private static func everybody(_ world: WebWorld) async throws -> APIClient {
        try await world.license()
        for number in 1...3 {
            let child = try #require(ChildID(uuid: "00000000-0000-4000-8000-00000000000\(number)"))
            try await world.family("Ada Invented", episode: "E-\(number)", child: child)
        }
        let (north, year) = (try await world.north(), try CivilPeriod.wholeYear(2025))
        let closings = (0..<60).map { place in
            let end = year.from.adding(days: 9 + 5 * place)
            return FixtureEpisode(
                from: end.adding(days: -100), through: end, reason: place % 5 == 4 ? .placed : .completed,
                outcomes: [.atHome: place % 4 == 3 ? .no : .yes])
        }
        try await world.fixtures.record(closings, on: north)
        _ = try await world.practice.freezeReview(of: north.code, from: year.from, through: year.through)
        for profile in [EditionProfile.network, .dfe] {
            let request = try EditionRequest(profile, from: year.from, through: year.through)
            _ = try #require(try await world.practice.freeze(request, madeBy: "a test").edition)
        }
        let account = try await world.account("boss", .siteManager)
        for role in Role.allCases where !role.isOfNetwork && role != .siteManager {
            try await WebWorld.grant(role, to: account, at: "north", world.fixtures)
        }
        try await world.makeAnalyst(account)
        return try await world.program(of: account)
    }

    private static var unhurried: WebConfiguration {
        WebConfiguration(port: 0, limits: RequestLimits(requestsAMinute: 10_000_000))
    }

    @Test func `no request that the document allows or forbids brings a fault, or an answer that it does not know`()
        async throws
    {
        try await WebWorld.with(Self.unhurried, sites: ["north", "south"], isSignedIn: false) { world in
            let program = try await Self.everybody(world)
            let run = try await ForeignProgram.run([
                "schemathesis", "--config-file", "\(ForeignProgram.folder)/schemathesis.toml", "--no-color", "run",
                world.address + OpenAPIDocument.path, "--url", world.address + OpenAPIDocument.root,
                "--header", program.credentials[0], "--max-examples", Self.each, "--seed", "1",
                "--continue-on-failure", "--checks", "all",
            ])
            #expect(run.status == 0, "\(run.said.suffix(6_000))")
            let (cases, scenarios) = (run.number(before: " generated, "), run.number(before: " passed\n\n===="))
            #expect((cases ?? 0) >= Self.fewest, "\(run.said.suffix(2_000))")
            for phase in ["Coverage", "Fuzzing", "Stateful"] {
                #expect(run.said.contains(" ✅  \(phase)"), "the phase \(phase) did not run to its end")
            }
            #expect(run.said.contains("API Links:"))
            print("foreign requests: \(cases ?? 0) cases, \(scenarios ?? 0) ways through the links")
        }
    }

    @Test func `the document is one, by somebody else's reading`() async throws {
        try await WebWorld.with(isSignedIn: false) { world in
            let document = try await RawHTTP.ask(world.port, OpenAPIDocument.path)
            try await ForeignProgram.withFolder { folder in
                let file = folder + "/openapi.json"
                try Data(document.body.utf8).write(to: URL(filePath: file))
                let good = try await ForeignProgram.run(["openapi-spec-validator", file])
                #expect(good.status == 0, "\(good.said)")
                try Data(document.body.replacing("\"responses\"", with: "\"answers\"").utf8)
                    .write(to: URL(filePath: file))
                let bad = try await ForeignProgram.run(["openapi-spec-validator", file])
                #expect(bad.status != 0, "a document without answers was taken")
            }
        }
    }

    @Test func `a client that is made from the document goes from the referral to the follow-up`() async throws {
        try await WebWorld.with(Self.unhurried, sites: ["north", "south"], isSignedIn: false) { world in
            let program = try await Self.everybody(world)
            let document = try await RawHTTP.ask(world.port, OpenAPIDocument.path)
            try await ForeignProgram.withFolder { folder in
                let file = folder + "/openapi.json"
                try Data(document.body.utf8).write(to: URL(filePath: file))
                let made = try await ForeignProgram.run([
                    "openapi-python-client", "generate", "--path", file, "--output-path", "\(folder)/made_client",
                    "--meta", "none", "--config", "\(ForeignProgram.folder)/made-client.yaml", "--fail-on-warning",
                ])
                #expect(made.status == 0, "\(made.said)")
                let gone = try await ForeignProgram.run(
                    [
                        "python", "\(ForeignProgram.folder)/journey.py", folder, world.address, "north", "north-mst",
                        "\(FixtureWorld.today)",
                    ], token: program.token)
                #expect(gone.status == 0, "\(gone.said)")
                #expect(gone.said.contains("from the referral to the follow-up: version 8"))
            }
        }
    }
}

extension CivilPeriod {
    fileprivate static func wholeYear(_ year: Int) throws -> CivilPeriod {
        let from = try #require(CivilDate(iso: "\(year)-01-01"))
        let through = try #require(CivilDate(iso: "\(year)-12-31"))
        return try #require(CivilPeriod(from: from, through: through))
    }
}
