import Glibc
import ScratchPostgres
import Testing

@testable import PrivateCluster

struct ServerSettingsTests {
    @Test func `the server syncs, checks pages, speaks UTC and listens on no network`() async throws {
        try await ScratchPostgres.withCluster { _, running in
            let names = [
                "fsync", "full_page_writes", "synchronous_commit", "data_checksums", "TimeZone", "listen_addresses",
                "log_statement", "log_parameter_max_length", "log_parameter_max_length_on_error",
                "log_min_error_statement",
                "lc_collate", "server_encoding",
            ]
            let columns = names.map { "current_setting('\($0)')" }.joined(separator: ", ")
            let answer = try await Asking.server(running.connectInfo(role: .administrator), "SELECT \(columns)")
            #expect(answer == "on|on|on|on|UTC||none|0|0|panic|C.UTF-8|UTF8")
        }
    }

    @Test func `what a failing statement held is not in the log`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            let conninfo = running.connectInfo(role: .administrator)
            _ = try await Asking.server(conninfo, "CREATE TABLE t (name text UNIQUE); INSERT INTO t VALUES ('Ottilie')")
            for statement in ["INSERT INTO t VALUES ('Ottilie')", "SELECT 'Ottilie'::integer", "SELECT Ottilie"] {
                #expect(try await Asking.attempt(conninfo, statement).succeeded == false)
            }
            try await cluster.stop()
            let folder = "\(cluster.home.cluster)/log"
            let names = try HostFile.names(in: folder)
            try #require(!names.isEmpty)
            for name in names {
                let text = String(decoding: try #require(try HostFile.read("\(folder)/\(name)")), as: UTF8.self)
                #expect(text.contains("database system is ready"))
                #expect(!text.contains("ttilie"))
            }
        }
    }

    @Test func `each role is taken by peer authentication`() async throws {
        try await ScratchPostgres.withCluster { _, running in
            let administrator = running.connectInfo(role: .administrator)
            let roles =
                "CREATE ROLE homeward_application LOGIN; CREATE ROLE homeward_reporting LOGIN; CREATE ROLE other LOGIN"
            _ = try await Asking.server(administrator, roles)
            for role in ConnectionRole.allCases {
                #expect(try await Asking.server(running.connectInfo(role: role), "SELECT session_user") == role.name)
            }
            let other = ConnectionInfo(socketFolder: running.socketFolder, database: "homeward", user: "other").text
            #expect(
                try await Asking.attempt(other, "SELECT 1").succeeded == false, "only the three roles are in the map")
        }
    }

    @Test func `nobody else can enter the cluster or the socket folder`() async throws {
        try await ScratchPostgres.withCluster { cluster, running in
            let home = cluster.home
            let server = try #require(FileFacts(path: "/proc/\(running.process)"))
            for place in [home.cluster, running.socketFolder] {
                let facts = try #require(FileFacts(path: place))
                #expect(facts.mode == 0o700)
                #expect(facts.owner == server.owner)
            }
            #expect(server.owner != 0)
            #expect(try #require(FileFacts(path: home.keys)).mode == 0o700)
            #expect(try #require(FileFacts(path: home.path)).mode == (geteuid() == 0 ? 0o711 : 0o700))
        }
    }

    @Test func `the map names each account once for each role`() {
        let text = ServerConfiguration.map(accounts: ["root", "ann", "root"])
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == 6)
        #expect(lines.contains("homeward \"ann\" homeward_application"))
    }
}
