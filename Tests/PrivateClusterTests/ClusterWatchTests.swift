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

    @Test func `a server that is stopped and started while it is watched is never taken for dead`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            let watch = ClusterWatch(cluster, interval: .milliseconds(1)) { observation in
                Issue.record("a server that was told to stop was taken for dead: \(observation)")
            }
            let watching = Task { await watch.run() }
            for _ in 0..<5 {
                try await cluster.stop()
                #expect(try cluster.status().word == "stopped")
                for _ in 0..<4 { try await Pause.short() }
                #expect(try cluster.status().word == "stopped", "nobody has started it since")
                #expect(try await cluster.start().socketFolder == first.socketFolder)
            }
            watching.cancel()
            await watching.value
        }
    }

    @Test func `a server that ends after the patience of its stop is left stopped`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            #expect(kill(first.process, SIGSTOP) == 0)
            let impatient = PrivateCluster(home: cluster.home, settings: ClusterSettings(patience: .milliseconds(1)))
            let fault = await #expect(throws: ClusterFault.self) { try await impatient.stop() }
            #expect(fault?.code == .stopFailed)
            #expect(kill(first.process, SIGCONT) == 0)
            while ServerProcessProbe.lives(first) { try await Pause.short() }
            let restarted = try await cluster.restartIfDead { Issue.record("it was taken for dead") }
            #expect(restarted == nil)
            #expect(try cluster.status().word == "stopped")
        }
    }

    @Test func `a server that somebody else is starting is not taken for dead`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            let watch = ClusterWatch(cluster, interval: .milliseconds(1)) { observation in
                Issue.record("a server that was being started was taken for dead: \(observation)")
            }
            let again = try await HomeLock.hold(cluster.home, patience: .seconds(60)) {
                () async throws(ClusterFault) in
                #expect(kill(first.process, SIGKILL) == 0)
                while ServerProcessProbe.lives(first) { try await Pause.short() }
                let watching = Task { await watch.run() }
                for _ in 0..<4 { try await Pause.short() }
                return (try await cluster.startUnderLock(), watching)
            }
            #expect(try await cluster.restartIfDead {} == nil)
            #expect(try cluster.running().process == again.0.process)
            again.1.cancel()
            await again.1.value
        }
    }

    @Test func `a start takes back what a stop that was killed has noted`() async throws {
        try await ScratchPostgres.withCluster { cluster, first in
            try cluster.note(isStopped: true)
            #expect(try await cluster.start().process == first.process)
            #expect(kill(first.process, SIGKILL) == 0)
            while ServerProcessProbe.lives(first) { try await Pause.short() }
            #expect(try await cluster.restartIfDead {} != nil)
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
