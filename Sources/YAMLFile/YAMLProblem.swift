/// A mistake in a file and where it stands.
package struct YAMLProblem<Code: YAMLProblemCode>: Hashable, Sendable {
    /// What kind of mistake it is.
    package let code: Code
    /// Where it stands.
    package let place: YAMLPlace
    /// One sentence that says what would be right.
    package let sentence: String

    /// A mistake.
    package init(_ code: Code, at place: YAMLPlace, _ sentence: String) {
        self.code = code
        self.place = place
        self.sentence = sentence
    }

    /// The line, counted from 1.
    package var line: Int { place.line }
    /// The column in the line, counted in characters from 1.
    package var column: Int { place.column }
}

extension YAMLProblem: CustomStringConvertible {
    /// Place, sentence and kind.
    package var description: String { "line \(line), column \(column): \(sentence) [\(code.rawValue)]" }
}

/// All mistakes of a file.
package struct YAMLProblems<Code: YAMLProblemCode>: Error, Hashable, Sendable {
    /// At least one, in the order of the file.
    package let problems: [YAMLProblem<Code>]

    /// Puts the mistakes into the order of the file; those of one place stay in the order in which they were found.
    package init(_ problems: [YAMLProblem<Code>]) {
        self.problems = problems.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }
}

extension YAMLProblems: CustomStringConvertible {
    /// One line a mistake.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
