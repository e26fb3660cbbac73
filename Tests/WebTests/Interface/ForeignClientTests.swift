import API
import Accounts
import EpisodeFixtures
import Foundation
import Testing

@testable import Web

/// The API met by programs of other people's making, which know of it only what its document says.
@Suite struct ForeignClientTests {
    /// At least so many requests are tried.
    private static let fewest = 5_000
    /// At most so many for each operation, and scenarios for each way through the links.
    private static let each = ProcessInfo.processInfo.environment["HOMEWARD_TRIES"] ?? "50"

    /// Somebody to whom everything is open, over a site with episodes and a licence.
    private static func everybody(_ world: WebWorld) async throws -> APIClient {
        try await world.license()
        for ref in ["E-1", "E-2", "E-3"] { try await world.family("Ada Invented", episode: ref) }
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
        try await WebWorld.with(Self.unhurried, isSignedIn: false) { world in
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
        try await WebWorld.with(Self.unhurried, isSignedIn: false) { world in
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
