import Glibc
import PrivateCluster
import Testing

/// `homeward api check`.
struct APICheckCommandTests {
    private static let reading = ["episode.show", "site.show", "duties.show", "report.run", "jobs.show"]

    /// A file with a token of a new account that manages the site, for actions.
    private static func token(_ workplace: Workplace, _ actions: [String]) async throws -> String {
        try await workplace.demand(["account", "create", "clerk", "--site", "north", "--role", "site-manager"])
        let made = try await workplace.demand(
            ["account", "token", "create", "clerk", "--site", "north", "--label", "check", "--days", "7"]
                + actions.flatMap { ["--action", $0] })
        let token = try #require(made.out.split { $0.isWhitespace }.first { $0.hasPrefix("hw_") })
        let file = try workplace.folder.write("\(token)\n", to: "token")
        #expect(chmod(file, 0o600) == 0)
        return file
    }

    @Test func `an installation that holds what it promises passes, and nothing is written`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let token = try await Self.token(workplace, Self.reading + ["referral.record"])
            let served = try await Served.start(workplace)
            try await served.untilReady()
            let address = "http://127.0.0.1:\(served.port)"
            let check = try await workplace.run(["api", "check", address, "--token-file", token])
            #expect(check.status == 0, "\(check.out)\(check.err)")
            #expect(check.out.contains("holds      the document at /api/openapi.json"))
            #expect(check.out.contains("holds      exportEpisodes"))
            #expect(check.out.contains("not tried  runNetworkReport: not for this token"))
            #expect(check.out.contains(" 0 fail, "))
            #expect(!check.out.contains("hw_"))
            let real = try await workplace.run(["api", "check", address, "--token-file", token, "--write"])
            #expect(real.status == 77 && real.err.contains("only an invented one is written to"), "\(real.err)")
            #expect(try await workplace.episodes() == 0)
            let other = try workplace.folder.write("hw_none_none", to: "other")
            #expect(chmod(other, 0o600) == 0)
            #expect(try await workplace.run(["api", "check", address, "--token-file", other]).status == 77)
            #expect(chmod(other, 0o644) == 0)
            #expect(try await workplace.run(["api", "check", address, "--token-file", other]).status == 77)
            #expect(try await workplace.run(["api", "check", address + "/api", "--token-file", token]).status == 64)
            #expect(try await workplace.run(["api", "check", address, "--token-file", "nowhere"]).status == 66)
            #expect(try await served.stop().status == 0)
            #expect(try await workplace.run(["api", "check", address, "--token-file", token]).status == 69)
        }
    }

    @Test func `where everything is invented one referral is recorded, once`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try HomeFolder(path: home).create(simulated: true)
            try await workplace.demand(["cluster", "start"])
            try await workplace.demand(["migrate"])
            try await workplace.applySite()
            let token = try await Self.token(workplace, Self.reading + ["referral.record"])
            let served = try await Served.start(workplace)
            try await served.untilReady()
            let check = try await workplace.run([
                "api", "check", "http://127.0.0.1:\(served.port)", "--token-file", token, "--write", "--site", "north",
            ])
            #expect(check.status == 0, "\(check.out)\(check.err)")
            #expect(check.out.contains("holds      the same again is answered as before"))
            #expect(check.out.contains("holds      what was recorded can be read"))
            let cluster = try PrivateCluster(home: HomeFolder(path: home)).running()
            let made = Workplace(
                folder: workplace.folder, environment: workplace.environment,
                administrator: cluster.connectInfo(role: .administrator), address: "")
            #expect(try await made.episodes() == 1)
            #expect(try await served.stop().status == 0)
        }
    }
}
