import ScratchPostgres
import Testing

@testable import PrivateCluster

struct DiscardingTests {
    @Test func `a real home never lets go of its cluster`() async throws {
        try await ScratchPostgres.withHome { home in
            let cluster = PrivateCluster(home: home)
            try await cluster.start()
            let fault = await #expect(throws: ClusterFault.self) { try await cluster.discard() }
            #expect(fault?.code == .notSimulated)
            #expect(fault?.description.contains(home.path) == true)
            #expect(try cluster.status().word == "running")
            try await cluster.stop()
        }
    }

    @Test func `a simulated home's cluster is removed with all it holds, and made anew`() async throws {
        try await ScratchPostgres.withHome { home in
            try home.create(simulated: true)
            let cluster = PrivateCluster(home: home)
            let running = try await cluster.start()
            _ = try await Asking.server(running.connectInfo(role: .administrator), "CREATE TABLE left_over ()")
            try await cluster.discard()
            #expect(try cluster.status().word == "absent")
            try await cluster.discard()
            let again = try await cluster.start()
            let tables = "SELECT count(*) FROM pg_class WHERE relname = 'left_over'"
            #expect(try await Asking.server(again.connectInfo(role: .administrator), tables) == "0")
            #expect(try home.marker()?.simulated == true)
            try await cluster.stop()
        }
    }

    @Test func `where there is no home there is nothing to discard`() async throws {
        try await ScratchPostgres.withHome { home in
            let fault = await #expect(throws: ClusterFault.self) { try await PrivateCluster(home: home).discard() }
            #expect(fault?.code == .notSimulated)
        }
    }
}
