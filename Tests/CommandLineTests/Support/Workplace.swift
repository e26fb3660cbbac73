import PrivateCluster
import ScratchPostgres

/// A place to run commands in: a folder to stand in, a home, and a migrated database of the test's own.
struct Workplace: Sendable {
    let folder: Folder
    let database: ScratchDatabase

    /// Lends a workplace whose home has keys.
    static func lend<Result: Sendable>(_ body: (Workplace) async throws -> Result) async throws -> Result {
        try await ScratchPostgres.withDatabase { database in
            try await Folder.lend { folder in
                let workplace = Workplace(folder: folder, database: database)
                try await workplace.demand(["migrate"])
                return try await body(workplace)
            }
        }
    }

    var environment: [String: String] {
        ["HOMEWARD_HOME": folder["home"], "HOMEWARD_DATABASE": database.conninfo()]
    }

    /// Runs a command to its end.
    func run(_ words: [String]) async throws -> Child.Outcome {
        try await Child.run(words, in: folder, environment: environment)
    }

    /// Starts a command.
    func start(_ words: [String]) throws -> Child {
        try Child.start(words, in: folder, environment: environment)
    }

    /// Runs a command that must succeed.
    @discardableResult
    func demand(_ words: [String]) async throws -> Child.Outcome {
        let outcome = try await run(words)
        guard outcome.status == 0 else {
            throw TestTrouble("homeward \(words) ended with \(outcome.status ?? -1): \(outcome.err)")
        }
        return outcome
    }
}
