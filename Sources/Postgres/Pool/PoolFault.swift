/// Why a pool lent nothing.
package enum PoolFault: Error, Sendable, Hashable {
    /// No connection became free in time.
    case timedOut
    /// The pool is closed, or closing.
    case closed
}

extension PoolFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .timedOut: "No connection to the database became free in time."
        case .closed: "The connections to the database are being closed."
        }
    }
}
