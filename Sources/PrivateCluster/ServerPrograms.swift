import Glibc
import Postgres

/// The folder of one installed PostgreSQL's programs, and its version.
package struct ServerPrograms: Sendable, Hashable {
    /// The folder that holds `initdb`, `pg_ctl`, `postgres`, `psql` and their kin; absolute.
    package let folder: String
    /// The version that `postgres --version` states.
    package let version: PostgresRelease

    static let needed = ["initdb", "pg_ctl", "postgres", "pg_isready", "psql", "createdb"]

    /// Finds the programs to use.
    ///
    /// Looked at are the folders of `PATH`, what `pg_config --bindir` prints, and `/usr/lib/postgresql/*/bin`; symbolic
    /// links are followed to the real folder. Of those that are complete, the newest from major version 15 on is taken.
    ///
    /// - Parameters:
    ///   - chosen: a folder that the settings name; then no other is looked at.
    ///   - major: the major version that an existing cluster needs; nil takes the newest.
    package static func find(chosen: String? = nil, major: Int? = nil) async throws(ClusterFault) -> ServerPrograms {
        let folders: [String]
        if let chosen { folders = [chosen] } else { folders = await candidates() }
        var found: [ServerPrograms] = []
        for folder in folders {
            guard needed.allSatisfy({ access("\(folder)/\($0)", X_OK) == 0 }) else { continue }
            let run = try await ProgramRun.of(["postgres", "--version"], in: folder)
            if let version = PostgresRelease(printed: run.output) {
                found.append(ServerPrograms(folder: folder, version: version))
            }
        }
        return try choose(among: found, major: major, lookedIn: folders)
    }

    static func choose(
        among found: [ServerPrograms], major: Int?, lookedIn folders: [String]
    ) throws(ClusterFault) -> ServerPrograms {
        let fit = found.filter { programs in
            major.map { programs.version.major == $0 } ?? (programs.version.major >= PostgresRelease.oldestMajor)
        }
        if let best = fit.max(by: { $0.version < $1.version }) { return best }
        let places = folders.isEmpty ? "PATH and /usr/lib/postgresql" : folders.joined(separator: ", ")
        let wanted = major.map { "PostgreSQL \($0)" } ?? "PostgreSQL \(PostgresRelease.oldestMajor) or newer"
        let package = major.map { "postgresql-\($0)" } ?? "postgresql"
        throw ClusterFault(
            .noServerPrograms, .configuration, place: folders.first ?? "/usr/lib/postgresql",
            "no server programs of \(wanted) found in \(places): install the package \(package), or name their folder",
            details: found.map { "\($0.folder): \($0.version)" }.joined(separator: ", "))
    }

    /// Every real folder worth a look, each once, in the order of preference.
    private static func candidates() async -> [String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        var folders = path.split(separator: ":").filter { $0.hasPrefix("/") }.compactMap {
            realFolder(of: "\($0)/initdb")
        }
        if let run = try? await ProgramRun.of(["pg_config", "--bindir"], in: "/usr/local/bin"), run.succeeded {
            folders.append(contentsOf: realFolder(of: "\(run.output)/initdb").map { [$0] } ?? [])
        }
        let debian = "/usr/lib/postgresql"
        let versions = (try? HostFile.names(in: debian)) ?? []
        folders += versions.compactMap { realFolder(of: "\(debian)/\($0)/bin/initdb") }
        var seen: Set<String> = []
        return folders.filter { seen.insert($0).inserted }
    }

    private static func realFolder(of program: String) -> String? {
        guard let real = realpath(program, nil) else { return nil }
        defer { free(real) }
        return HostFile.parent(of: String(cString: real))
    }
}
