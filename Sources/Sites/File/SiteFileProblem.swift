/// A mistake in a site file and where it stands.
package struct SiteFileProblem: Hashable, Sendable {
    /// What kind of mistake it is.
    package enum Code: String, CaseIterable, Hashable, Sendable {
        case notUTF8 = "not-utf8"
        case notYAML = "not-yaml"
        case wrongKind = "wrong-kind"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case missingValue = "missing-value"
        case badCode = "bad-code"
        case badName = "bad-name"
        case unknownJurisdiction = "unknown-jurisdiction"
        case unknownTimeZone = "unknown-time-zone"
        case unknownModel = "unknown-model"
        case badDay = "bad-day"
        case doubledTeam = "doubled-team"
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

extension SiteFileProblem: CustomStringConvertible {
    /// Place, kind and sentence.
    package var description: String { "line \(line), column \(column): \(sentence) [\(code.rawValue)]" }
}

/// All mistakes of a site file, in the order of the file.
package struct SiteFileProblems: Error, Hashable, Sendable {
    /// At least one.
    package let problems: [SiteFileProblem]
}

extension SiteFileProblems: CustomStringConvertible {
    /// One line a mistake.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
