/// One code of a list.
package struct CodeEntry: Hashable, Sendable {
    /// What stands in a file.
    package let code: String

    /// What it means, in a few words.
    package let title: String

    /// What else is to be known of it, in the order in which it is shown.
    package let attributes: [CodeAttribute]

    /// A code with its meaning.
    package init(_ code: String, _ title: String, attributes: [CodeAttribute] = []) {
        self.code = code
        self.title = title
        self.attributes = attributes
    }
}

/// Something to be known of a code beside its meaning.
package struct CodeAttribute: Hashable, Sendable {
    /// What it is: `jurisdiction`, `group`.
    package let name: String

    /// Its value.
    package let value: String

    /// An attribute by its name.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
