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
