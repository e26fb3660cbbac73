extension Vocabulary {
    /// Names of the items of an instrument.
    public enum Item: Sendable {}
    /// Codes of answers.
    public enum Answer: Sendable {}
}

/// The key of an item, unique within its instrument: `a1`, or the number that the questionnaire prints.
public typealias ItemKey = Term<Vocabulary.Item>
/// The code of an answer, as an interviewer enters it: `3`, `na`.
public typealias AnswerCode = Term<Vocabulary.Answer>

/// What an answer counts, or the sum of several: for an adherence item 0 or 1, for an item of the SDQ 0 to 2.
public struct Points: Hashable, Comparable, Sendable {
    /// The number itself; never negative.
    public let number: Int

    /// So many points, or nil when negative.
    public init?(_ number: Int) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    private init(sum: Int) {
        number = sum
    }

    /// No points.
    public static let none = Points(sum: 0)

    /// Fewer come first.
    public static func < (lhs: Points, rhs: Points) -> Bool { lhs.number < rhs.number }

    /// Both together.
    public static func + (lhs: Points, rhs: Points) -> Points { Points(sum: lhs.number + rhs.number) }

    /// These points as an item counts them that is asked the other way round: what is least becomes most.
    func reversed(in range: ClosedRange<Points>) -> Points {
        Points(sum: range.lowerBound.number + range.upperBound.number - number)
    }

    /// What as many items would give if the unanswered ones were like the answered ones: rounded half up.
    /// - Parameters:
    ///   - items: how many there are.
    ///   - answered: how many gave these points; at least 1.
    func proRated(to items: Int, from answered: Int) -> Points {
        Points(sum: (2 * number * items + answered) / (2 * answered))
    }
}

extension Points: CustomStringConvertible {
    /// The number itself.
    public var description: String { "\(number)" }
}

/// How many items must be answered for a figure.
public enum LeastAnswered: Hashable, Sendable {
    /// So many; at least 1.
    case items(Int)
    /// A share of them, from 0 to 1.
    case share(AdherenceScore)

    /// Whether so many answers are enough. Without any answer there is no figure.
    public func isMet(answered: Int, of items: Int) -> Bool {
        guard answered > 0 else { return false }
        return switch self {
        case .items(let least): answered >= least
        case .share(let least): Int64(answered) * AdherenceScore.whole >= least.billionths * Int64(items)
        }
    }
}
