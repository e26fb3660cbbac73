/// One reason for which a file or a row of it is refused. It names places and rules, never a value of a cell.
package struct ImportProblem: Hashable, Sendable {
    /// Where: the file and the line.
    package let place: ImportPlace

    /// The column's name, when it is about one.
    package let column: String?

    /// What kind of problem it is.
    package let code: ImportProblemCode

    /// What is wrong and what would be right, as a sentence.
    package let sentence: String

    /// A problem by its parts.
    package init(_ code: ImportProblemCode, at place: ImportPlace, column: String? = nil, _ sentence: String) {
        self.place = place
        self.column = column
        self.code = code
        self.sentence = sentence
    }
}

extension ImportProblem: CustomStringConvertible {
    /// `FILE:LINE: COLUMN: sentence [code]`.
    package var description: String {
        "\(place): \(column.map { "\($0): " } ?? "")\(sentence) [\(code.rawValue)]"
    }
}
