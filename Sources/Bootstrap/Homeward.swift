import Glibc
import Intervention

/// The program: give it the models that a site is licensed for, and it is a command line.
///
///     await Homeward.main(models: [StandardMST(), MSTCAN(), MSTFIT()])
public enum Homeward {
    /// Runs the command that the process was started with, and ends the process with its exit status.
    ///
    /// SIGINT and SIGTERM cancel the command: what it has not committed is rolled back, and it ends with status 75.
    /// - Parameter models: every version of every model that has open episodes; the order is the order of lists.
    public static func main(models: [any InterventionModel]) async -> Never {
        let program = Program(
            models: models, arguments: Array(CommandLine.arguments.dropFirst()), environment: Program.environment
        )
        exit(await program.run().rawValue)
    }
}
