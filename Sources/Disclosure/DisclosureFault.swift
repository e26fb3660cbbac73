/// Why figures cannot be published.
package enum DisclosureFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The library that the attack runs on is not installed.
    case solverMissing
    /// A small count could be worked out.
    case pinned(Exposure)
    /// The figures that are to be published contradict each other; the sentence says where.
    case contradiction(String)

    package var description: String {
        switch self {
        case .solverMissing:
            "Before figures are published they are attacked by linear programming, and libClp.so.1 is not installed. "
                + "Install it (Debian: apt-get install coinor-libclp1) and ask again."
        case .pinned(let exposure):
            "These figures cannot be published: \(exposure)"
        case .contradiction(let sentence):
            "These figures cannot be published, they contradict each other. \(sentence)"
        }
    }
}
