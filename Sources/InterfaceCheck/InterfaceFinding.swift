/// What one part of the check of an installation found.
package struct InterfaceFinding: Hashable, Sendable {
    /// How it came out.
    package enum Outcome: String, Hashable, Sendable {
        /// It is as it should be.
        case holds
        /// It is not.
        case fails
        /// It could not be tried, and the detail says why.
        case left
    }

    /// How it came out.
    package let outcome: Outcome
    /// What was tried.
    package let what: String
    /// What was seen; empty where nothing is to be said.
    package let detail: String

    init(_ outcome: Outcome, _ what: String, _ detail: String = "") {
        self.outcome = outcome
        self.what = what
        self.detail = detail
    }
}

/// Why an installation cannot be checked.
package enum InterfaceCheckFault: Error, Hashable, Sendable {
    /// The address is none of a service.
    case address
    /// Nothing answers there, or not as HTTP.
    case unreachable
    /// The token opens nothing.
    case token
    /// Something was to be written where not everything is invented.
    case notSimulated
    /// Something was to be written, and the token may not.
    case cannotWrite
}

extension InterfaceCheckFault: CustomStringConvertible {
    /// One sentence with the remedy.
    package var description: String {
        switch self {
        case .address: "give the address of a service, as https://homeward.example.org, without a path"
        case .unreachable: "no service answers at this address"
        case .token: "the token opens nothing there: make one with `homeward account token create`"
        case .notSimulated: "--write: the installation holds real families; only an invented one is written to"
        case .cannotWrite: "--write: the token was not made for referral.record at a site with a team"
        }
    }
}
