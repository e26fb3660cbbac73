import YAMLFile

/// Finds the one document of a settings file; what stands in it is judged by ``SettingsFile``.
struct SettingsFileReader: YAMLReader {
    /// The mistakes that any file of keys and values can have.
    enum Code: String, YAMLProblemCode {
        case tooLong, notUTF8, notYAML, wrongKind, unknownKey, missingKey, missingValue, badLine, badNumber, unknownWord
    }

    var problems: [YAMLProblem<Code>] = []

    /// The document's root; nil when the file says nothing, or has mistakes as a whole.
    mutating func root(of text: String) -> YAMLNode? {
        let form = YAMLDocumentForm(file: "a settings file", subject: "set of settings", firstKey: nil)
        guard let root = document(Array(text.utf8), as: form)?.root, !root.isEmpty else { return nil }
        return root
    }
}
