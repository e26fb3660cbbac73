/// A command that cannot be done, for a reason that the command line itself knows.
package struct CommandFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// With what the command ends.
    package let status: ExitStatus
    /// What is wrong and what would be right, in one or more sentences. It holds no value of a person.
    package let description: String

    /// A reason to end.
    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
