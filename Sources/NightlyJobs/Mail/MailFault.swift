import Glibc

/// Why mail cannot be sent at all. It repeats no address.
package enum MailFault: Error, Hashable, Sendable {
    /// A file or folder cannot be read or made.
    case unreadable(String, number: Int32)
    /// The file of addresses may be read or changed by others than its owner.
    case tooOpen(String)
    /// The file of addresses has mistakes, each with its line.
    case badAddresses(String, [String])
}

extension MailFault: CustomStringConvertible {
    /// One sentence that says what would be right; of mistakes in a file a line each.
    package var description: String {
        switch self {
        case .unreadable(let path, let number): "\(path): \(String(cString: strerror(number)))"
        case .tooOpen(let path):
            "\(path): it holds addresses of people, and others than its owner may read or change it: 'chmod 600' it, and "
                + "give it to the account that runs the nights"
        case .badAddresses(let path, let mistakes): mistakes.map { "\(path):\($0)" }.joined(separator: "\n")
        }
    }
}
