extension InstrumentDefinition {
    /// The arithmetic.
    public var plan: ScoringPlan {
        let places = Dictionary(grouping: items.indices) { items[$0].section }
        return ScoringPlan(
            items: items.count, least: least,
            sections: sections.map { section in
                ScoringPlan.Section(section.key, places: places[section.key] ?? [], least: section.least)
            },
            totals: totals, aggregate: aggregate
        )
    }

    /// What each item counts, in order: reversed items are reversed here, and nowhere else.
    /// - Parameter answers: one for each item, in order; nil for one that was not answered.
    /// - Throws: the first answer that the definition does not have, or the wrong number of them.
    public func points(of answers: [AnswerCode?]) throws(AnswerRefusal) -> [Points?] {
        guard answers.count == items.count else { throw .wrongNumber(given: answers.count, wanted: items.count) }
        var points: [Points?] = []
        for (place, answer) in answers.enumerated() {
            points.append(try items[place].points(of: answer, at: place))
        }
        return points
    }

    /// The figures of one form. See ``points(of:)``.
    public func figures(of answers: [AnswerCode?]) throws(AnswerRefusal) -> InstrumentFigures {
        plan.figures(of: try points(of: answers))
    }

    /// How each item of an adherence interview counts. See ``points(of:)``.
    public func itemScores(of answers: [AnswerCode?]) throws(AnswerRefusal) -> [Interview.ItemScore] {
        try points(of: answers).map { points in
            guard let points else { return .notAnswered }
            return points > .none ? .one : .zero
        }
    }
}

extension InstrumentDefinition.Item {
    fileprivate func points(of answer: AnswerCode?, at place: Int) throws(AnswerRefusal) -> Points? {
        guard let answer else { return nil }
        guard let option = options.first(where: { $0.code == answer }) else {
            throw .unknownAnswer(place: place, item: key, given: answer, known: options.map(\.code))
        }
        guard isReversed, let range else { return option.points }
        return option.points?.reversed(in: range)
    }

    /// From the least to the most that an answer can count; nil when none counts.
    private var range: ClosedRange<Points>? {
        let points = options.compactMap(\.points)
        guard let least = points.min(), let most = points.max() else { return nil }
        return least...most
    }
}

/// Why answers are none of an instrument.
public enum AnswerRefusal: Error, Hashable, Sendable {
    /// There are more or fewer than items.
    case wrongNumber(given: Int, wanted: Int)
    /// An item has no such answer.
    case unknownAnswer(place: Int, item: ItemKey, given: AnswerCode, known: [AnswerCode])
}

extension AnswerRefusal: CustomStringConvertible {
    /// One sentence that names the place and says what would be right.
    public var description: String {
        switch self {
        case .wrongNumber(let given, let wanted):
            "there are \(given) answers, and the instrument has \(wanted) items; put - for one that was not answered"
        case .unknownAnswer(let place, let item, let given, let known):
            "answer \(place + 1) (item \(item)) is '\(given)'; the item has "
                + known.map(\.text).joined(separator: ", ") + ", and - for not answered"
        }
    }
}

extension [Points?] {
    /// What the items of an adherence interview count.
    public init(_ items: [Interview.ItemScore]) {
        self = items.map { item in
            switch item {
            case .one: Points.one
            case .zero: Points.none
            case .notAnswered: nil
            }
        }
    }
}

extension Points {
    /// What an adherence item counts that was answered as the instrument wants.
    static let one = Points.none.next
    private var next: Points { Points(number + 1) ?? self }
}
