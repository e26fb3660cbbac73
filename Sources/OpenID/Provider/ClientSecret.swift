/// What we prove to a provider that we are its client with. It never prints.
package struct ClientSecret: Sendable {
    /// The secret itself.
    package let text: String

    /// A secret, or nil when it is empty or longer than 512 bytes.
    package init?(_ text: String) {
        guard (1...512).contains(text.utf8.count) else { return nil }
        self.text = text
    }
}

extension ClientSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a client secret (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
