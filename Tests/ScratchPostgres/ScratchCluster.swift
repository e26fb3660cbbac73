import Glibc
import Postgres
import PrivateCluster
import Synchronization

/// A running server that keeps nothing: no syncing, no page images, everybody trusted in a folder nobody else can
/// enter.
final class ScratchCluster: Sendable {
    let programs: ServerPrograms
    let socketFolder: String
    private let numbers = Atomic<Int>(0)

    private static let settings = [
        "fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0",
        "max_connections=200", "listen_addresses=", "timezone=UTC", "jit=off", "autovacuum=off",
        "log_statement=none", "log_min_error_statement=panic",
    ]

    private init(programs: ServerPrograms, socketFolder: String) {
        self.programs = programs
        self.socketFolder = socketFolder
    }

    static func start() async throws -> ScratchCluster {
        try await ScratchWatcher.sweepFoldersLeftBehind()
        let folder = try ScratchFolder.current.get().path
        let programs = try await ServerPrograms.find()
        let identity = try ServerIdentity.forNewCluster()
        let data = "\(folder)/data"
        let sockets = "\(folder)/s"
        for place in [data, sockets] {
            guard mkdir(place, 0o700) == 0, chown(place, identity.account.number, identity.account.group) == 0
            else { throw ScratchFault("cannot make \(place)") }
        }
        try await demand(
            [
                "initdb", "-D", data, "-U", "homeward", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-k",
                "--no-sync",
            ],
            programs, identity)
        let options = (settings + ["unix_socket_directories=\(sockets)"]).map { "-c \($0)" }.joined(separator: " ")
        try await demand(
            ["pg_ctl", "start", "-w", "-t", "120", "-D", data, "-l", "\(data)/server.log", "-o", options],
            programs, identity)
        print(
            "Tests meet PostgreSQL \(programs.version) from \(programs.folder), through libpq \(PostgresRelease.libpq)")
        return ScratchCluster(programs: programs, socketFolder: sockets)
    }

    func createDatabase(named fixed: String? = nil, template: String) async throws -> ScratchDatabase {
        let number = numbers.add(1, ordering: .relaxed).newValue
        let name = fixed ?? "scratch_\(number)"
        try await Self.demand(
            ["createdb", "-h", socketFolder, "-U", "homeward", "-T", template, "--strategy=file_copy", name], programs)
        return ScratchDatabase(name: name, socketFolder: socketFolder)
    }

    func drop(_ database: ScratchDatabase) async throws {
        try await Self.demand(
            ["dropdb", "-h", socketFolder, "-U", "homeward", "--force", "--if-exists", database.name], programs)
    }

    private static func demand(
        _ words: [String], _ programs: ServerPrograms, _ identity: ServerIdentity? = nil
    ) async throws {
        let run = try await ProgramRun.of(words, in: programs.folder, as: identity)
        guard run.succeeded else {
            throw ScratchFault("\(words.joined(separator: " ")) failed: \(run.complaint)\n\(run.output)")
        }
    }
}
