/// Why a password cannot be taken. Never says what it was.
package enum PasswordFault: Error, Hashable, Sendable {
    /// It has fewer than 15 characters.
    case tooShort
    /// It has more than 128 characters.
    case tooLong
    /// Many people have it, or it is made from what everybody tries first.
    case common
    /// It is the organisation's or the account's own name with little besides.
    case ofTheOrganisation
    /// The file of further refused passwords cannot be read.
    case listUnreadable
}

extension PasswordFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .tooShort:
            "a password has at least \(Password.length.lowerBound) characters; a few words with spaces will do"
        case .tooLong: "a password has at most \(Password.length.upperBound) characters"
        case .common:
            "this password is among the first that are tried; choose a few words that nobody would put together"
        case .ofTheOrganisation:
            "this password is mostly the name of the service, the organisation or the account; choose other words"
        case .listUnreadable: "the file of refused passwords, signIn.refused, cannot be read"
        }
    }
}
