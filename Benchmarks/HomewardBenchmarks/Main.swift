import Glibc

/// The parts of the benchmarks that are ours, one a run. `Benchmarks/run` calls them beside their competitors; each
/// prints one line: what it did, how often, in how many seconds.
@main
enum Main {
    static func main() async {
        do {
            let words = try Words(Array(CommandLine.arguments.dropFirst()))
            switch words.work {
            case "doors": print(try await Doors(words).open())
            case "bare": try await BareService(words).run()
            default: print(try await measure(words))
            }
        } catch {
            var text = Array("\(String(reflecting: error))\n".utf8)
            _ = write(STDERR_FILENO, &text, text.count)
            exit(1)
        }
    }

    private static func measure(_ words: Words) async throws -> Finding {
        switch words.work {
        case "reads": try await PointReads(words).run()
        case "pipeline": try await PipelinedReads(words).run()
        case "rows": try await StreamedRows(words).run()
        case "append": try await AppendedEvents(words).run()
        case "seed": try await Caseload(words).seed()
        case "obligations": try EvaluatedObligations(words).run()
        case "commands": try await RecordedContacts(words).run()
        case "reports": try await TimedReports(words).run()
        case "editions": try ProtectedEditions(words).run()
        default: throw Words.Mistake("no benchmark is called \(words.work)")
        }
    }
}
