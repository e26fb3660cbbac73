import Statistics
import YAMLFile

/// The kinds of mistake in a file of needs.
package enum NeedsCode: String, YAMLProblemCode {
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
    /// Low, middle and high are not in that order.
    case badRange = "bad-range"
}

/// Everything that is wrong with a file of needs.
package typealias NeedsProblems = YAMLProblems<NeedsCode>

/// Reads what is stated of a place: `area`, and each input with `low`, `middle`, `high` and `source`.
package enum NeedsFile {
    /// The sheet of a file.
    /// - Throws: ``NeedsProblems`` with every mistake, each with its place.
    package static func read(_ bytes: [UInt8]) throws(NeedsProblems) -> NeedsSheet {
        var reader = NeedsReader()
        let sheet = reader.sheet(bytes)
        guard reader.problems.isEmpty, let sheet else { throw NeedsProblems(reader.problems) }
        return sheet
    }
}

private struct NeedsReader: YAMLReader {
    var problems: [YAMLProblem<NeedsCode>] = []

    private enum Key: Hashable, YAMLKey {
        case area
        case input(NeedsSheet.Input)

        static var allCases: [Key] { [.area] + NeedsSheet.Input.allCases.map(Key.input) }

        init?(rawValue: String) {
            guard let key = Key.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
            self = key
        }

        var rawValue: String {
            switch self {
            case .area: "area"
            case .input(let input): input.rawValue
            }
        }
    }

    private enum RangeKey: String, YAMLKey {
        case low
        case middle
        case high
        case source
    }

    private static let form = YAMLDocumentForm(file: "a file of needs", subject: "place", firstKey: "area")

    mutating func sheet(_ bytes: [UInt8]) -> NeedsSheet? {
        guard let root = document(bytes, as: NeedsReader.form)?.root,
            let values = mapping(root, keys: Key.self, of: "a file of needs")
        else { return nil }
        let area = values[.area].flatMap { line($0, of: "area") }
        var stated: [NeedsSheet.Input: NeedsSheet.Stated] = [:]
        for input in NeedsSheet.Input.allCases {
            stated[input] = values[.input(input)].flatMap { range($0, of: input) }
        }
        guard problems.isEmpty, let area else { return nil }
        return NeedsSheet(of: area, stated)
    }

    private mutating func range(_ node: YAMLNode, of input: NeedsSheet.Input) -> NeedsSheet.Stated? {
        guard let values = mapping(node, keys: RangeKey.self, of: "'\(input.rawValue)'") else { return nil }
        let numbers = [RangeKey.low, .middle, .high].map { key in
            values[key].flatMap { number($0, of: key.rawValue) }
        }
        let source = values[.source].flatMap { line($0, of: "source") }
        guard let low = numbers[0], let middle = numbers[1], let high = numbers[2], let source else { return nil }
        guard let estimate = Estimate(low: low, middle: middle, high: high) else {
            report(.badRange, at: node, "'\(input.rawValue)' goes from low over middle to high; here it does not")
            return nil
        }
        if input.isShare, high > 1 {
            report(.badRange, at: node, "'\(input.rawValue)' is a share from 0 to 1: 45 per cent is 0.45")
            return nil
        }
        if input.isDivisor, low <= 0 {
            report(.badRange, at: node, "'\(input.rawValue)' is divided by and is over 0")
            return nil
        }
        return NeedsSheet.Stated(estimate, source: source)
    }

    /// A number of 0 or more in decimals, without signs, powers or separators.
    private mutating func number(_ node: YAMLNode, of key: String) -> Double? {
        guard let text = scalar(node, of: key) else { return nil }
        guard let stated = StatedNumber(text) else {
            report(.badNumber, at: node, "'\(shown(text))' is no number such as 12 or 0.45, with at most nine digits")
            return nil
        }
        return stated.fraction.value
    }
}
