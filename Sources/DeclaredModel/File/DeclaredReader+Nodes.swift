import Intervention
import YAMLFile

extension DeclaredReader {
    /// A name that the file gives to something.
    mutating func name<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing? = nil
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.give(term.text, to: thing, at: node.place)
        return term
    }

    /// A name that the file uses of something that it names elsewhere.
    mutating func reference<Vocabulary>(
        _ node: YAMLNode, of key: String, as vocabulary: Term<Vocabulary>.Type, to thing: DeclaredThing
    ) -> Term<Vocabulary>? {
        guard let term = term(node, of: key, as: vocabulary) else { return nil }
        names.use(term.text, of: thing, at: node.place)
        return term
    }

    private mutating func term<Vocabulary>(
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
