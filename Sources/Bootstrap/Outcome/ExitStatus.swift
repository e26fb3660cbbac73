/// With what a command ends: the statuses of `sysexits.h`.
package enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
    case done = 0
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case `internal` = 70
    case cannotCreate = 73
    case inputOutput = 74
    case tryLater = 75
    case noPermission = 77
    case configuration = 78

    /// What it means, for the manual.
    package var meaning: String {
        switch self {
        case .done: "Done."
        case .usage: "The command line is wrong: a flag or argument is unknown, missing or cannot be."
        case .data: "The data are wrong: a file with problems, a code that does not exist, a fault found by `verify`."
        case .noInput: "A file that was named cannot be found or read."
        case .unavailable: "The database does not run, is not migrated, or went away; the message names what mends it."
        case .internal: "A fault of the program. Nothing was changed."
        case .cannotCreate: "A file or folder cannot be made."
        case .inputOutput: "Reading or writing failed."
        case .tryLater:
            "Stopped before it was done, or others were in the way: what was not committed is undone; run it again."
        case .noPermission: "The account may not do that."
        case .configuration: "A setting, a key file, a model or the place of the cluster is wrong."
        }
    }
}
