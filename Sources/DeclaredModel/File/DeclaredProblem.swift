/// A mistake in a model's file and where it stands.
package struct DeclaredProblem: Hashable, Sendable {
    /// What kind of mistake it is.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        case tooLong = "too-long"
        case notUTF8 = "not-utf8"
        case notYAML = "not-yaml"
        case wrongKind = "wrong-kind"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case missingValue = "missing-value"
        case badName = "bad-name"
        case badLine = "bad-line"
        case badNumber = "bad-number"
        case badBounds = "bad-bounds"
        case unknownWord = "unknown-word"
        case unknownName = "unknown-name"
        case doubledName = "doubled-name"
        case badTarget = "bad-target"
        case lawBroken = "law-broken"
    }

    /// The kind.
    package let code: Code
    /// The line, counted from 1.
    package let line: Int
    /// The column in the line, counted in characters from 1.
    package let column: Int
    /// One sentence that says what would be right.
    package let sentence: String
}

extension DeclaredProblem: CustomStringConvertible {
    /// Place, kind and sentence.
    package var description: String { "line \(line), column \(column): \(sentence) [\(code.rawValue)]" }
}

/// All mistakes of a model's file, in the order of the file.
package struct DeclaredProblems: Error, Hashable, Sendable {
    /// At least one.
    package let problems: [DeclaredProblem]
}

extension DeclaredProblems: CustomStringConvertible {
    /// One line a mistake.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
