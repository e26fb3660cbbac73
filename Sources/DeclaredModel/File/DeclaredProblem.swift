import YAMLFile

/// The kinds of mistake in a model's file.
package enum DeclaredProblemCode: String, YAMLProblemCode {
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
    case badSchedule = "bad-schedule"
    case badField = "bad-field"
    case badCondition = "bad-condition"
    case badAnchor = "bad-anchor"
    case badGuard = "bad-guard"
    case badCount = "bad-count"
    case lawBroken = "law-broken"
}

/// A mistake in a model's file and where it stands.
package typealias DeclaredProblem = YAMLProblem<DeclaredProblemCode>

/// All mistakes of a model's file, in the order of the file.
package typealias DeclaredProblems = YAMLProblems<DeclaredProblemCode>
