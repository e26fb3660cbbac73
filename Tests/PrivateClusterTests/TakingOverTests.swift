import Glibc
import ScratchPostgres
import Testing

@testable import PrivateCluster

struct TakingOverTests {
    private func starting(_ home: HomeFolder) async -> ClusterFault? {
        do throws(ClusterFault) {
            try await PrivateCluster(home: home).start()
            return nil
        } catch {
            return error
        }
    }

    @Test func `a folder with other things in it is not taken for a home`() async throws {
        try await ScratchPostgres.withHome { home in
            mkdir(home.path, 0o700)
            try HostFile.write(Array("letters".utf8), to: "\(home.path)/letters.txt", mode: 0o600)
            let fault = await starting(home)
            #expect(fault?.code == .foreignHome)
            #expect(fault?.description.contains(home.path) == true)
            #expect(try HostFile.names(in: home.path) == ["letters.txt"])
        }
    }

    @Test func `an empty folder becomes a home`() async throws {
        try await ScratchPostgres.withHome { home in
            mkdir(home.path, 0o755)
            let made = try home.create()
            let found = try home.create(simulated: true)
            #expect(made == HomeMarker(simulated: false))
            #expect(found == made, "a home keeps what it was made with")
        }
    }

    @Test func `a home of a newer format is left alone`() async throws {
        try await ScratchPostgres.withHome { home in
            try home.create()
            let newer = #"{"format": 2, "product": "homeward", "simulated": false}"#
            try HostFile.write(Array(newer.utf8), to: home.markerFile, mode: 0o644)
            #expect(await starting(home)?.code == .unknownFormat)
        }
    }

    @Test func `a cluster that Homeward did not make is not taken over`() async throws {
        try await ScratchPostgres.withHome { home in
            try home.create()
            mkdir(home.cluster, 0o700)
            try HostFile.write(Array("15\n".utf8), to: "\(home.cluster)/PG_VERSION", mode: 0o600)
            #expect(await starting(home)?.code == .foreignCluster)
            #expect(try PrivateCluster(home: home).status().word == "damaged")
            #expect(try HostFile.names(in: home.cluster) == ["PG_VERSION"])
        }
    }

    @Test func `a cluster of a major version without programs is left alone, and the package is named`() async throws {
        try await ScratchPostgres.withCluster { cluster, _ in
            try await cluster.stop()
            let version = "\(cluster.home.cluster)/PG_VERSION"
            try HostFile.write(Array("14\n".utf8), to: version, mode: 0o600)
            let fault = await starting(cluster.home)
            #expect(fault?.code == .noServerPrograms)
            #expect(fault?.category == .configuration)
            #expect(fault?.description.contains("postgresql-14") == true)
        }
    }

    @Test func `a cluster without its control file is called damaged`() async throws {
        try await ScratchPostgres.withCluster { cluster, _ in
            try await cluster.stop()
            unlink("\(cluster.home.cluster)/global/pg_control")
            #expect(await starting(cluster.home)?.code == .damagedCluster)
            #expect(try cluster.status().word == "damaged")
        }
    }

    @Test func `a home of another account is refused, and so is a cluster of root's`() async throws {
        if geteuid() == 0 {
            try await ScratchPostgres.withCluster { cluster, _ in
                try await cluster.stop()
                chown(cluster.home.cluster, 0, 0)
                let fault = await starting(cluster.home)
                #expect(fault?.code == .wrongOwner)
                #expect(fault?.category == .noPermission)
            }
        } else {
            #expect(await starting(HomeFolder(path: "/usr"))?.code == .wrongOwner)
        }
    }

    @Test func `a file in the way is named`() async throws {
        try await ScratchPostgres.withHome { home in
            try HostFile.write([], to: home.path, mode: 0o600)
            let fault = await starting(home)
            #expect(fault?.category == .cannotCreate)
            #expect(fault?.place == home.path)
        }
    }

    @Test func `a home beneath a folder that is closed to everybody else works`() async throws {
        try await ScratchPostgres.withHome { outer in
            mkdir(outer.path, 0o700)
            let cluster = PrivateCluster(home: HomeFolder(path: "\(outer.path)/inner"))
            let running = try await cluster.start()
            #expect(try await Asking.server(running.connectInfo(role: .administrator), "SELECT 1") == "1")
            #expect(try #require(FileFacts(path: outer.path)).mode == 0o700)
            #expect(kill(running.process, SIGKILL) == 0)
            try await cluster.start()
            try await cluster.stop()
        }
    }
}
