import CivilDate
import Intervention
import YAMLFile

/// The kinds of mistake in a file of goals.
package enum GoalsCode: String, YAMLProblemCode {
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
    /// A code that has a space, or none.
    case badCode = "bad-code"
    case badDate = "bad-date"
    /// Two goals of one code.
    case twice
}

/// Everything that is wrong with a file of goals.
package typealias GoalsProblems = YAMLProblems<GoalsCode>

/// Reads what a programme sets out to do: `goals`, each with `code`, `goal`, `owner`, `due` and `standing`.
package enum GoalsFile {
    /// The goals of a file, in its order.
    /// - Throws: ``GoalsProblems`` with every mistake, each with its place.
    package static func read(_ bytes: [UInt8]) throws(GoalsProblems) -> [ReviewGoal] {
        var reader = GoalsReader()
        let goals = reader.goals(bytes)
        guard reader.problems.isEmpty, let goals else { throw GoalsProblems(reader.problems) }
        return goals
    }
}

private struct GoalsReader: YAMLReader {
    var problems: [YAMLProblem<GoalsCode>] = []

    private enum Key: String, YAMLKey {
        case goals
    }

    private enum GoalKey: String, YAMLKey {
        case code, goal, owner, due, standing

        static var optional: Set<GoalKey> { [.standing] }
    }

    private static let form = YAMLDocumentForm(file: "a file of goals", subject: "programme", firstKey: "goals")

    mutating func goals(_ bytes: [UInt8]) -> [ReviewGoal]? {
        guard let root = document(bytes, as: GoalsReader.form)?.root,
            let values = mapping(root, keys: Key.self, of: "a file of goals"), let node = values[.goals],
            let goals = list(node, of: "goals", { reader, entry in reader.goal(entry) })
        else { return nil }
        for (place, goal) in goals.enumerated() where goals[..<place].contains(where: { $0.code == goal.code }) {
            report(.twice, at: node, "the goal \(goal.code) stands there twice")
        }
        return goals
    }

    private mutating func goal(_ node: YAMLNode) -> ReviewGoal? {
        guard let values = mapping(node, keys: GoalKey.self, of: "a goal") else { return nil }
        let code: SiteGiven<ReviewGoal.Tag>? = values[.code].flatMap { self.code($0, of: "code") }
        let text = values[.goal].flatMap { line($0, of: "goal") }
        let owner: StaffCode? = values[.owner].flatMap { self.code($0, of: "owner") }
        let due = values[.due].flatMap { day($0, of: "due") }
        let standing = values[.standing].map { word($0, of: "standing", among: ReviewGoal.Standing.allCases) } ?? .open
        guard let code, let text, let owner, let due, let standing else { return nil }
        return ReviewGoal(code, text, owner: owner, due: due, standing: standing)
    }

    private mutating func code<Thing>(_ node: YAMLNode, of key: String) -> SiteGiven<Thing>? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let code = SiteGiven<Thing>(text) else {
            report(.badCode, at: node, "'\(key)' has 1 to 32 letters, digits, dots, hyphens and underscores, no spaces")
            return nil
        }
        return code
    }

    private mutating func day(_ node: YAMLNode, of key: String) -> CivilDate? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let day = CivilDate(iso: text) else {
            report(.badDate, at: node, "'\(shown(text))' is no day of the calendar; write 2026-06-30")
            return nil
        }
        return day
    }
}
