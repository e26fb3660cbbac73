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
