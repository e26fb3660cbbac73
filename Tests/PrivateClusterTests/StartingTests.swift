import Glibc
import PrivateCluster
import ScratchPostgres
import Testing

struct StartingTests {
    @Test func `a home that was never made has no cluster`() async throws {
        try await ScratchPostgres.withHome { home in
            let cluster = PrivateCluster(home: home)
            #expect(try cluster.status().word == "absent")
            try await cluster.stop()
            #expect(access(home.path, F_OK) != 0, "status and stop make nothing")
        }
    }

    @Test func `start makes a cluster with the database and leaves it running`() async throws {
        try await ScratchPostgres.withHome { home in
            let running = try await PrivateCluster(home: home).start()
            let database = try await Asking.server(
                running.connectInfo(role: .administrator), "SELECT current_database() || ' ' || current_user")
            #expect(database == "homeward homeward")
            guard case .running(let found) = try PrivateCluster(home: home).status() else {
                Issue.record("the cluster does not run")
                return
            }
            #expect(found == running)
        }
    }

    @Test func `a second start finds the same server`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            let again = try await cluster.start()
            #expect(again == running)
        }
    }

    @Test func `eight starts at once give one server`() async throws {
        try await ScratchPostgres.withHome { home in
            let found = try await withThrowingTaskGroup(of: RunningCluster.self) { group in
                for _ in 0..<8 { group.addTask { try await PrivateCluster(home: home).start() } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(found.count == 1)
        }
    }

    @Test func `stop waits for the end, may be repeated, and loses nothing`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            let conninfo = running.connectInfo(role: .administrator)
            _ = try await Asking.server(conninfo, "CREATE TABLE kept AS SELECT 42 AS n")
            try await cluster.stop()
            #expect(try cluster.status().word == "stopped")
            #expect(!ServerProcessProbe.lives(running))
            #expect(access(running.socketFolder, F_OK) != 0, "the socket folder goes with the server")
            try await cluster.stop()
            let again = try await cluster.start()
            #expect(try await Asking.server(again.connectInfo(role: .administrator), "SELECT n FROM kept") == "42")
        }
    }

    @Test func `the command that starts it is named when it does not run`() async throws {
        try await ScratchPostgres.withHome { home in
            let fault = #expect(throws: ClusterFault.self) { try PrivateCluster(home: home).running() }
            #expect(fault?.category == .unavailable)
            #expect(fault?.description.contains("homeward cluster start --home \(home.path)") == true)
        }
    }

    @Test func `a half made cluster of a killed start is cleared away`() async throws {
        try await ScratchPostgres.withHome { home in
            try home.create()
            let half = "\(home.path)/cluster.building-1"
            mkdir(half, 0o700)
            mkdir("\(half)/base", 0o700)
            try await PrivateCluster(home: home).start()
            #expect(access(half, F_OK) != 0)
        }
    }

    @Test func `a server whose socket was swept away is started anew`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            unlink("\(running.socketFolder)/.s.PGSQL.5432")
            #expect(try cluster.status().word == "busy")
            let again = try await cluster.start()
            #expect(again.process != running.process)
            #expect(try await Asking.server(again.connectInfo(role: .administrator), "SELECT 1") == "1")
        }
    }
}
