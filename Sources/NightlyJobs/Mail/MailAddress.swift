/// An address of mail: `team@example.org`. Plain forms only; what it holds can stand in a header and on a command line.
package struct MailAddress: Hashable, Sendable {
    /// The address.
    package let text: String

    /// The address that a text is, or nil when it is none: letters, digits and `.!#$%&'*+/=?^_{|}~-` before the `@`, a
    /// name of a machine after it.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64,
            MailAddress.isDotted(parts[0], besides: "!#$%&'*+/=?^_{|}~-"), MailAddress.isDotted(parts[1], besides: "-"),
            // A command would take it for a flag.
            !parts[0].hasPrefix("-"), !parts[1].hasPrefix("-")
        else { return nil }
        self.text = String(text)
    }

    /// Words with single dots between them.
    private static func isDotted(_ text: some StringProtocol, besides marks: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty
                && word.unicodeScalars.allSatisfy { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                        || marks.unicodeScalars.contains(scalar)
                }
        }
    }
}

extension MailAddress: CustomStringConvertible {
    /// The address.
    package var description: String { text }
}
