import Glibc
import Postgres
import ScratchPostgres
import Testing

@testable import PrivateCluster

struct ClusterWatchTests {
    @Test func `a server that died is started again where it was`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            let (told, tell) = AsyncStream<ClusterWatch.Observation>.makeStream()
            let watch = ClusterWatch(cluster) { tell.yield($0) }
            let watching = Task { await watch.run() }
            #expect(kill(first.process, SIGKILL) == 0)
            var observations = told.makeAsyncIterator()
            guard case .died = await observations.next() else {
                Issue.record("the death was not told")
                return
            }
            guard case .restarted(let process, 1) = await observations.next() else {
                Issue.record("the restart was not told")
                return
            }
            let again = try cluster.running()
            #expect(again.process == process)
            #expect(again.process != first.process)
            #expect(again.socketFolder == first.socketFolder, "who was connected finds it at the same place")
            #expect(try await Asking.server(first.connectInfo(role: .administrator), "SELECT 1") == "1")
            watching.cancel()
            await watching.value
        }
    }

    @Test func `a server that was told to stop is left stopped, and has its old place when it is started`() async throws
    {
        try await ScratchPostgres.withCluster { cluster, first in
            try await cluster.stop()
            #expect(access(first.socketFolder, F_OK) != 0)
            let watch = ClusterWatch(cluster, interval: .milliseconds(1)) { _ in
                Issue.record("a server that was told to stop was taken for dead")
            }
            let watching = Task { await watch.run() }
            for _ in 0..<20 { try await Pause.short() }
            #expect(try cluster.status().word == "stopped")
            watching.cancel()
            await watching.value
            #expect(try await cluster.start().socketFolder == first.socketFolder)
        }
    }

    @Test func `a place that somebody else has taken is not used`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            try await cluster.stop()
            #expect(mkdir(first.socketFolder, 0o777) == 0)
            chmod(first.socketFolder, 0o777)
            let second = try await cluster.start()
            #expect(second.socketFolder != first.socketFolder)
            rmdir(first.socketFolder)
        }
    }

    @Test func `a full disk is told apart from other refusals`() {
        let full = ClusterFault.fileRefused("write", "/x", errno: ENOSPC)
        #expect(full.category == .diskFull)
        #expect(full.description.contains("make room on the disk"))
        #expect(ClusterFault.fileRefused("write", "/x", errno: EROFS).category == .cannotCreate)
        let words = "FATAL:  could not write lock file \"postmaster.pid\": No space left on device"
        #expect(ClusterFault.tellsOfFullDisk(words))
        #expect(!ClusterFault.tellsOfFullDisk("FATAL:  could not bind"))
    }
}
