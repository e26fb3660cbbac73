import PrivateCluster
import Testing

/// Asks a server something by `psql`, so that these tests stand on nothing but PostgreSQL's own programs.
enum Asking {
    /// The answer's rows, one a line, columns separated by `|`. A failed statement fails the test.
    static func server(_ connectInfo: String, _ statement: String) async throws -> String {
        let run = try await attempt(connectInfo, statement)
        try #require(run.succeeded, "\(run.complaint)")
        return run.output
    }

    /// What `psql` did, whether it succeeded or not.
    static func attempt(_ connectInfo: String, _ statement: String) async throws -> ProgramRun {
        let programs = try await ServerPrograms.find()
        let words = ["psql", "-X", "-w", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", connectInfo, "-c", statement]
        return try await ProgramRun.of(words, in: programs.folder)
    }
}
