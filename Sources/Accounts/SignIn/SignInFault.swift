/// Why a sign-in cannot be answered now.
package enum SignInFault: Error, Hashable, Sendable {
    /// More people sign in than passwords can be checked.
    case busy
}

extension SignInFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .busy: "too many people are signing in at the moment; try again"
        }
    }
}
