import Glibc
import ScratchPostgres
import Testing

@testable import PrivateCluster

struct KillingTests {
    @Test func `twenty kills of the server lose no acknowledged row`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            let table = "CREATE TABLE kept (n integer PRIMARY KEY)"
            _ = try await Asking.server(first.connectInfo(role: .administrator), table)
            var running = first
            for round in 1...20 {
                let conninfo = running.connectInfo(role: .administrator)
                _ = try await Asking.server(conninfo, "INSERT INTO kept VALUES (\(round))")
                #expect(kill(running.process, SIGKILL) == 0)
                running = try await cluster.start()
                let kept = try await Asking.server(
                    running.connectInfo(role: .administrator), "SELECT count(*) FROM kept")
                #expect(kept == String(round))
            }
        }
    }

    @Test func `a killed server is not said to run`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            #expect(kill(running.process, SIGKILL) == 0)
            while ServerProcessProbe.lives(running) { try await Pause.short() }
            #expect(try cluster.status().word == "stopped")
            try await cluster.stop()
        }
    }

    @Test func `a start is not held up by a number that another process bears now`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            #expect(kill(running.process, SIGKILL) == 0)
            while ServerProcessProbe.lives(running) { try await Pause.short() }
            let file = "\(cluster.home.cluster)/postmaster.pid"
            let old = String(decoding: try #require(try HostFile.read(file)), as: UTF8.self)
            let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
            // This test's own process bears the number; PostgreSQL alone would refuse to start.
            let text = ([String(getpid())] + lines.dropFirst().map(String.init)).joined(separator: "\n")
            let account = try #require(FileFacts(path: file))
            let owner = FileOwner(account: account.owner, group: account.group)
            try HostFile.write(Array(text.utf8), to: file, mode: 0o600, owner: owner)
            let again = try await cluster.start()
            #expect(try await Asking.server(again.connectInfo(role: .administrator), "SELECT 1") == "1")
        }
    }
}
