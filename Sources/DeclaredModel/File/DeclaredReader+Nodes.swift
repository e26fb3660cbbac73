import Intervention
import YAMLFile

extension DeclaredReader {
    /// A name that the file gives to something.
    /// - Parameter path: what it belongs to, where names are their owner's own.
    mutating func name<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing? = nil,
        in path: [String] = []
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.give(term.text, to: thing, in: path, at: node.place)
        return term
    }

    /// A name that the file uses of something that it names elsewhere.
    mutating func reference<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing,
        in path: [String] = []
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.use(term.text, of: thing, in: path, at: node.place)
        return term
    }

    /// The key of a parameter that the file declares.
    mutating func parameter(_ node: YAMLNode, of key: String) -> ParameterKey? {
        reference(node, of: key, as: ParameterKey.self, to: .parameter)
    }

    /// The kind of a fact that the file declares.
    mutating func fact(_ node: YAMLNode, of key: String) -> FactKind? {
        reference(node, of: key, as: FactKind.self, to: .fact)
    }

    /// A list, or the one value that stands for a list of it.
    mutating func oneOrMore<Entry>(
        _ node: YAMLNode, of key: String, _ read: (inout DeclaredReader, YAMLNode) -> Entry?
    ) -> [Entry]? {
        node.form == .list ? list(node, of: key, read) : read(&self, node).map { [$0] }
    }

    /// Roles, one or more.
    mutating func roles(_ node: YAMLNode, of key: String) -> [SubjectRole]? {
        oneOrMore(node, of: key) { reader, entry in reader.word(entry, of: "role", among: SubjectRole.allCases) }
    }

    mutating func term<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type
    ) -> Term<Vocabulary>? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let term = Term<Vocabulary>(text) else {
            report(
                .badName, at: node,
                "'\(shown(text))' is no name: lower case letters, digits, '-' and '_', at most 64")
            return nil
        }
        return term
    }
}
