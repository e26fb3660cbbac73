import InstrumentFile
import Intervention
import Practice
import YAMLFile

/// Reads files that define instruments, and says all that is wrong with them.
enum InstrumentInput {
    /// The files with their names.
    /// - Throws: status 65 when a file has mistakes or defines what the program does not know; each is said before.
    static func read(
        _ names: [String], models: ModelRegistry, console: Console
    ) throws(CommandFault) -> [(name: String, file: InstrumentFile)] {
        var read: [(name: String, file: InstrumentFile)] = []
        var mistakes = 0
        for name in names {
            let bytes = try InputFile.bytes(of: name)
            do throws(InstrumentProblems) {
                let file = try InstrumentFile.read(bytes)
                if let misfit = file.misfit(among: models) {
                    console.problem("\(name): \(misfit)")
                    mistakes += 1
                } else {
                    read.append((name, file))
                }
            } catch {
                for problem in error.problems {
                    console.problem(
                        "\(name):\(problem.line): column \(problem.column): \(problem.code.rawValue): "
                            + problem.sentence)
                }
                mistakes += error.problems.count
            }
        }
        guard mistakes == 0 else {
            throw CommandFault(.data, "problems in files of instruments: \(mistakes); nothing was loaded")
        }
        return read
    }
}
