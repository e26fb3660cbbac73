import Yams

/// Why a text is no YAML, in our own words: the library speaks of its tokens.
struct YAMLFlaw {
    let place: YAMLPlace
    let sentence: String

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            place = YAMLPlace(line: mark.line, column: mark.column)
            sentence = "the file is no YAML from here on: " + YAMLFlaw.advice(problem, in: context?.text ?? "")
        case .duplicatedKeysInMapping(let duplicates, let context):
            place = YAMLPlace(line: context.mark.line, column: context.mark.column)
            sentence = "a key may stand once; more than once: \(duplicates.sorted().joined(separator: ", "))"
        default:
            place = .start
            sentence = "the file is no YAML: look for characters that do not show"
        }
    }

    /// What would be right, by what the library says of the place.
    private static func advice(_ problem: String, in context: String) -> String {
        let advices = [
            (
                "cannot start any token",
                "put a value that begins with a sign into quotes, and indent with spaces, not tabs"
            ),
            (
                "mapping values are not allowed",
                "put a text with ': ' in it into quotes, or begin a new line before the key"
            ),
            ("expected ',' or", "close the bracket, with a comma between two entries"),
            ("could not find expected ':'", "a key has ': ' behind it"),
            ("unexpected end of stream", "close the quote that is open"),
            ("unexpected document indicator", "close the quote that is open"),
            ("undefined alias", "put a value that begins with '*' into quotes"),
            ("expected '-' indicator", "begin every entry of the list with '- ', all in the same column"),
            ("expected key", "let all keys of one thing begin in the same column"),
            ("escape", "in double quotes a backslash is written twice"),
            ("directive", "begin no line with '%'"),
            ("version", "begin no line with '%'"),
        ]
        return advices.first { problem.contains($0.0) || context.contains($0.0) }?.1
            ?? "look at quotes, brackets and indentation"
    }
}
