import YAMLFile

/// The kinds of mistake in an instrument's file.
package enum InstrumentProblemCode: String, YAMLProblemCode {
    case tooLong = "too-long"
    case notUTF8 = "not-utf8"
    case notYAML = "not-yaml"
    case wrongKind = "wrong-kind"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case missingValue = "missing-value"
    case badLine = "bad-line"
    case badNumber = "bad-number"
    case unknownWord = "unknown-word"
    case badName = "bad-name"
    case doubledName = "doubled-name"
    case unknownName = "unknown-name"
    case badCount = "bad-count"
    case badLeast = "bad-least"
    case emptyList = "empty-list"
}

/// A mistake in an instrument's file and where it stands.
package typealias InstrumentProblem = YAMLProblem<InstrumentProblemCode>

/// All mistakes of an instrument's file, in the order of the file.
package typealias InstrumentProblems = YAMLProblems<InstrumentProblemCode>
