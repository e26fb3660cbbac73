import Glibc

/// A file that cannot be read or written.
package struct FileFault: Error, Hashable, Sendable {
    /// What was attempted.
    package enum Attempt: String, Hashable, Sendable {
        case read
        case write
    }

    /// What was attempted.
    package let attempt: Attempt
    /// The file.
    package let path: String
    /// Why the system refused (`errno`).
    package let number: Int32

    init(_ attempt: Attempt, _ path: String, _ number: Int32 = errno) {
        self.attempt = attempt
        self.path = path
        self.number = number
    }
}

extension FileFault: CustomStringConvertible {
    /// One sentence with the file and the system's reason.
    package var description: String {
        "\(path): cannot \(attempt.rawValue) the file: \(String(cString: strerror(number)))"
    }
}
