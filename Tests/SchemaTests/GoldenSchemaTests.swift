import Foundation
import PrivateCluster
import ScratchPostgres
import Testing

/// `sql/schema.sql` is what `pg_dump` says of a migrated database, for people to read and for reviews to compare.
///
/// After a new migration it is written anew by running this suite with `HOMEWARD_REGENERATE_SCHEMA=1` in the environment:
///
///     HOMEWARD_REGENERATE_SCHEMA=1 swift test --filter GoldenSchemaTests
@Suite struct GoldenSchemaTests {
    private static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../sql/schema.sql").standardizedFileURL

    private static let head = """
        -- The schema after all of sql/migrations, as pg_dump --schema-only prints it. For reading and comparing, never
        -- applied. Written anew by: HOMEWARD_REGENERATE_SCHEMA=1 swift test --filter GoldenSchemaTests


        """

    @Test func `the schema of a migrated database is the one that is kept`() async throws {
        let dump = try await Ground.withMigrated { try await Self.dump($0) }
        if ProcessInfo.processInfo.environment["HOMEWARD_REGENERATE_SCHEMA"] == "1" {
            try Data(dump.utf8).write(to: Self.file)
        }
        let kept = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
        let pairs = zip(kept.split(separator: "\n"), dump.split(separator: "\n"))
        let firstDifference = pairs.first { $0 != $1 }.map { "kept: \($0), now: \($1)" } ?? "one is longer"
        #expect(kept == dump, "\(firstDifference). If that is meant, see GoldenSchemaTests on how to renew the file")
    }

    /// What `pg_dump` prints, without what depends on the release of the server or differs from run to run.
    private static func dump(_ database: ScratchDatabase) async throws -> String {
        let programs = try await ServerPrograms.find()
        let run = try await ProgramRun.of(
            ["pg_dump", "--schema-only", "--dbname", database.conninfo()], in: programs.folder)
        try #require(run.succeeded, "\(run.complaint)")
        let passing = ["-- Dumped", "SET ", "SELECT pg_catalog.set_config", "\\restrict", "\\unrestrict"]
        var lines: [Substring] = []
        for line in run.output.split(separator: "\n", omittingEmptySubsequences: false) {
            if passing.contains(where: { line.hasPrefix($0) }) || line.isEmpty && lines.last?.isEmpty ?? true {
                continue
            }
            lines.append(line)
        }
        return head + lines.joined(separator: "\n") + "\n"
    }
}
