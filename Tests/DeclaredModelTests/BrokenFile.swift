import Testing
import YAMLFile

@testable import DeclaredModel

/// A file with one mistake: what is changed, and what must be said of it.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    /// The text that is replaced, and by what.
    let change: (old: String, new: String)
    /// The mistake.
    let code: DeclaredProblemCode
    /// The line in which it stands: that of this text in the broken file.
    let mark: String
    /// The column of the line.
    let column: Int
    /// A part of the sentence.
    let says: String

    init(
        _ old: String, _ new: String, _ code: DeclaredProblemCode, at mark: String, _ column: Int, says: String
    ) {
        change = (old, new)
        self.code = code
        self.mark = mark
        self.column = column
        self.says = says
    }

    var testDescription: String { "\(code.rawValue): \(says)" }

    static let all: [BrokenFile] = forms + names + laws

    private static let forms: [BrokenFile] = [
        BrokenFile("version: 1", "vresion: 1", .unknownKey, at: "vresion", 1, says: "the nearest is 'version'"),
        BrokenFile("targets: []\n", "", .missingKey, at: "id: mst-e", 1, says: "'targets' is missing in a model"),
        BrokenFile("version: 1", "version: one", .badNumber, at: "version: one", 10, says: "'one' is no whole number"),
        BrokenFile("version: 1", "version:", .missingValue, at: "version:", 9, says: "'version' has no value"),
        BrokenFile(
            "client: young-person", "client: young-persons", .unknownWord, at: "client", 9,
            says: "the nearest is 'young-person'"),
        BrokenFile("steps: []", "steps: none", .wrongKind, at: "steps", 8, says: "'steps' is a list"),
        BrokenFile("id: mst-e\n", "id: MST E\n", .badName, at: "id: MST E", 5, says: "'MST E' is no name"),
        BrokenFile(
            "title: \"MST for child exploitation\"", "title: \"  \"", .badLine, at: "title", 8, says: "is one line"),
        BrokenFile(
            "    standard: 0.61", "    standard: 61", .badNumber, at: "    standard: 61", 15, says: "proportion"),
        BrokenFile(
            "    least: 0.5\n", "    least: 0.9\n", .badBounds, at: "    least: 0.9", 12, says: "0.9, is greater"),
        BrokenFile(
            "    choices: [\">=\", \">\"]\n", "", .badBounds, at: "  - key: adherence-threshold-operator", 5,
            says: "a choice has 'choices'"),
        BrokenFile("steps: []", "steps: [}", .notYAML, at: "steps: [}", 9, says: "no YAML from here on"),
        BrokenFile(
            "targets: []", "targets: [{indicator: placed, below: interview-every, atLeast: interview-every}]",
            .badTarget, at: "targets: [", 11, says: "a target has 'atLeast', or 'below'"),
    ]

    private static let names: [BrokenFile] = [
        BrokenFile(
            "planned: {least: treatment-least", "planned: {least: treatment-lest", .unknownName, at: "planned:", 22,
            says: "there is no parameter 'treatment-lest'; the nearest is 'treatment-least'"),
        BrokenFile(
            "- criteria: [exploitation-disclosed]", "- criteria: [exploitation]", .unknownName,
            at: "- criteria: [exploitation]", 20, says: "the nearest is 'exploitation-disclosed'"),
        BrokenFile(
            "steps: []", "steps: [{from: treatment, to: home}]", .unknownName, at: "steps:", 31,
            says: "there is no phase 'home'"),
        BrokenFile(
            "    respondents: [mother, father", "    respondents: [mother, fahter", .unknownWord,
            at: "    respondents: [mother, fahter", 27, says: "the nearest is 'father'"),
    ]

    private static let laws: [BrokenFile] = [
        BrokenFile(
            "    standard: 15\n", "    standard: 18\n", .lawBroken, at: "  - key: greatest-age", 10,
            says: "'greatest-age' breaks the law that a standard value lies within its bounds"),
        BrokenFile("version: 1", "version: 0", .lawBroken, at: "# MST", 1, says: "versions count from 1"),
        BrokenFile(
            "steps: []", "steps: [{from: treatment, to: treatment}]", .lawBroken, at: "steps:", 9,
            says: "a step leads from where to where its kind says"),
        BrokenFile(
            "group: lack_of_engagement", "group: placed", .lawBroken, at: "# MST", 1,
            says: "every group of closures has a reason"),
        BrokenFile(
            "  - key: contact-gap-most", "  - key: interview-every", .lawBroken,
            at: "  - key: interview-every\n    title: \"Alert", 10,
            says: "a name stands for one thing"),
        BrokenFile(
            "    unit: months", "    unit: years", .lawBroken, at: "  - key: treatment-least", 10,
            says: "the unit that its use asks for"),
        BrokenFile(
            "  - key: at_home", "  - key: home", .lawBroken, at: "# MST", 1,
            says: "'at_home' breaks the law that the three outcomes"),
    ]
}
