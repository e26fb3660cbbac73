import FoundationEssentials
import Glibc
import PrivateCluster
import Testing

struct InterruptionTests {
    static let words = ["import", "register", "register.csv", "--site", "north"]

    @Test(arguments: [SIGINT, SIGTERM])
    func `a signal cancels an import, and nothing of it stays`(_ signal: Int32) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            let outcome = try await workplace.hold(Self.words) { child in
                child.signal(signal)
                return try await child.outcome()
            }.result
            #expect(outcome.status == 75)
            #expect(outcome.err.contains("rolled back"))
            #expect(try await workplace.episodes() == 0)
            #expect(try await workplace.demand(Self.words).out.contains("added        445\n"))
        }
    }

    @Test func `a server killed in the middle ends an import with 69, and a second run completes it`() async throws {
        try await Workplace.lendDurable { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            let home = HomeFolder(path: workplace.environment["HOMEWARD_HOME"] ?? "")
            let server = try PrivateCluster(home: home).running().process
            var child: Child?
            // The lock that holds the import dies with the server, and the test's own connection with it.
            _ = try? await workplace.hold(Self.words) { held in
                child = held
                for process in [server] + children(of: server) { kill(process, SIGKILL) }
            }
            let outcome = try await child?.outcome()
            #expect(outcome?.status == 69)
            #expect(outcome?.err.contains("homeward cluster start --home \(home)") == true)
            let refused = try await workplace.run(Self.words)
            #expect(refused.status == 69)
            #expect(refused.err.contains("homeward cluster start --home \(home)"))
            try await workplace.demand(["cluster", "start"])
            #expect(try await workplace.demand(Self.words).out.contains("added        445\n"))
            try await workplace.demand(["verify"])
        }
    }

    /// How many kills there are: a drill sets more.
    static let kills = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_KILLS"].flatMap { Int($0) } ?? 8

    @Test(arguments: 0..<kills)
    func `an import killed at a random moment leaves all of the file or nothing`(_ number: Int) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            let moment = (Double(number) + Double.random(in: 0..<1)) / Double(Self.kills)
            let child = try workplace.start(Self.words)
            child.signal(SIGKILL, after: moment * (try await Self.usualSeconds.value) * 1.1)
            let outcome = try await child.outcome()
            #expect(outcome.status == nil || outcome.status == 0)
            // A killed client's last words may still be on their way to the server: the next command waits for its lock.
            let verified = try await workplace.run(["verify"])
            #expect(verified.status == 0)
            let again = try await workplace.demand(Self.words)
            let isAll = again.out.contains("unchanged    445\n") && again.out.contains("added          0\n")
            let isNothing = again.out.contains("added        445\n") && again.out.contains("unchanged      0\n")
            #expect(isAll || isNothing)
            #expect(try await workplace.episodes() == 445)
            try await workplace.demand(["verify"])
        }
    }

    /// How long an import takes here that nobody kills.
    private static let usualSeconds = Task {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            let start = ContinuousClock.now
            try await workplace.demand(words)
            return start.duration(to: .now) / .seconds(1)
        }
    }

    private func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            guard let text = try? Folder(path: "/proc/\(process)").text(of: "stat") else { return false }
            let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 1 && Int32(fields[1]) == parent
        }
    }
}
