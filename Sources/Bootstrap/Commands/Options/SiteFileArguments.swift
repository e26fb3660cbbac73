import Intervention
import Sites
import YAMLFile

/// Reads the site files that the command line names, all of them before anything is done with the first.
enum SiteFileArguments {
    /// The files with their names.
    /// - Throws: status 65 after every mistake of every file was said with its line and column.
    static func read(
        _ names: [String], models: ModelRegistry, _ console: Console, outcome: String
    ) throws(CommandFault) -> [(name: String, file: SiteFile)] {
        var files: [(name: String, file: SiteFile)] = []
        var problems: [String] = []
        for name in names {
            let bytes = try InputFile.bytes(of: name)
            do throws(SiteFileProblems) {
                files.append((name, try SiteFile.read(bytes, models: models)))
            } catch {
                problems += error.problems.map {
                    "\(name):\($0.line): column \($0.column): \($0.code.rawValue): \($0.sentence)"
                }
            }
        }
        guard problems.isEmpty else {
            for problem in problems { console.problem(problem) }
            throw CommandFault(.data, "problems in site files: \(problems.count); \(outcome)")
        }
        return files
    }

    /// Runs what a site may refuse.
    /// - Throws: status 65 after every reason was said.
    static func planning<Result>(
        _ name: String, _ console: Console, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let refusal as SiteRefusal {
            for reason in refusal.reasons {
                let place = reason.place.map { ":\($0.line): column \($0.column)" } ?? ""
                console.problem("\(name)\(place): \(reason)")
            }
            throw CommandFault(.data, "\(name) was not applied")
        }
    }
}
