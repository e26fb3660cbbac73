/// A list of the codes that a column of a file may have.
package struct CodeList: Hashable, Sendable {
    /// What the list is called on the command line: lower case and hyphens.
    package let name: String

    /// What the list is, in a few words.
    package let title: String

    /// The codes, in the order in which people expect them; no code twice.
    package let codes: [CodeEntry]

    /// Where the list comes from.
    package let source: String

    /// A list of codes.
    package init(name: String, title: String, codes: [CodeEntry], source: String) {
        self.name = name
        self.title = title
        self.codes = codes
        self.source = source
    }

    /// Whether the list has this code; upper and lower case are different.
    package func contains(_ code: some StringProtocol) -> Bool {
        codes.contains { $0.code == code }
    }
}
