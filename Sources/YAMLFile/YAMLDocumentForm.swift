/// How a kind of file is spoken of, and how long it may be.
package struct YAMLDocumentForm: Hashable, Sendable {
    /// The file in sentences: `a site file`.
    package let file: String
    /// What one file describes: `site`.
    package let subject: String
    /// The key that it begins with; nil for a file that may say nothing.
    package let firstKey: String?
    /// Longer than any needs to be, so that a wrong file is refused before it is read.
    package let mostBytes: Int

    /// A kind of file.
    package init(file: String, subject: String, firstKey: String?, mostBytes: Int = 1 << 18) {
        self.file = file
        self.subject = subject
        self.firstKey = firstKey
        self.mostBytes = mostBytes
    }
}

/// A file that is text and one document of YAML.
package struct YAMLDocument {
    /// The file word for word, without a byte order mark.
    package let text: String
    /// What stands in it.
    package let root: YAMLNode
}
