/// Who an account's owner is: sealed wherever it is kept.
package struct AccountParticulars: Hashable, Sendable {
    /// The name; nil while none is known.
    package let name: String?
    /// Where notices go; nil while none is known.
    package let email: String?

    /// Particulars.
    package init(name: String? = nil, email: String? = nil) {
        self.name = name
        self.email = email
    }

    /// Two lines. A line break inside either becomes a space.
    var text: String { [name, email].map(AccountParticulars.line).joined(separator: "\n") }

    init(text: String) {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        name = lines.first.flatMap { $0.isEmpty ? nil : $0 }
        email = lines.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func line(_ text: String?) -> String {
        String((text ?? "").map { $0.isNewline ? " " : $0 })
    }
}

extension AccountParticulars: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "an account's owner (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
