/// The arithmetic of an instrument: how the points of its items, in their order, become figures of its sections and of
/// the whole. It knows no wording and no answer.
public struct ScoringPlan: Hashable, Sendable {
    /// Items that give a figure together.
    public struct Section: Hashable, Sendable {
        /// The key.
        public var key: SectionKey
        /// The places of its items, from 0.
        public var places: [Int]
        /// How many of them must be answered.
        public var least: LeastAnswered

        /// A section.
        public init(_ key: SectionKey, places: [Int], least: LeastAnswered) {
            self.key = key
            self.places = places
            self.least = least
        }
    }

    /// Sections whose figures are added up.
    public struct Total: Hashable, Sendable {
        /// The key.
        public var key: SectionKey
        /// The sections; one that is missing makes the total missing.
        public var sections: [SectionKey]

        /// A total.
        public init(_ key: SectionKey, of sections: [SectionKey]) {
            self.key = key
            self.sections = sections
        }
    }

    /// What a figure is.
    public enum Aggregate: String, CaseIterable, Hashable, Sendable {
        /// The share of counted answers that count 1, from 0 to 1: adherence. The whole has a figure of its own, over all
        /// items.
        case share
        /// The sum of points, as if the unanswered items were like the answered ones: the SDQ. Sections are added up by
        /// totals; there is no other whole.
        case sum
    }

    /// How many items there are.
    public var items: Int
    /// How many of all items must be answered.
    public var least: LeastAnswered
    /// The sections; one item may be in none.
    public var sections: [Section]
    /// The totals, for sums.
    public var totals: [Total]
    /// What a figure is.
    public var aggregate: Aggregate

    /// A plan.
    public init(
        items: Int, least: LeastAnswered, sections: [Section] = [], totals: [Total] = [], aggregate: Aggregate
    ) {
        self.items = items
        self.least = least
        self.sections = sections
        self.totals = totals
        self.aggregate = aggregate
    }
}

extension ScoringPlan {
    /// The figures of one form.
    /// - Parameter points: what each item counts, in order; nil for one that was not answered or does not count.
    public func figures(of points: [Points?]) -> InstrumentFigures {
        var bySection: [SectionKey: InstrumentFigure] = [:]
        for section in sections {
            let own = section.places.map { points.indices.contains($0) ? points[$0] : nil }
            bySection[section.key] = figure(of: own, least: section.least)
        }
        for total in totals { bySection[total.key] = sum(total.sections.map { ($0, bySection[$0]) }) }
        return InstrumentFigures(sections: bySection, whole: whole(of: points, bySection))
    }

    private func whole(
        of points: [Points?], _ bySection: [SectionKey: InstrumentFigure]
    ) -> InstrumentFigure? {
        guard aggregate == .share else { return nil }
        if let missing = sections.first(where: { bySection[$0.key]?.isMissing == true }) {
            return .missing(.section(missing.key))
        }
        return figure(of: points, least: least)
    }

    private func figure(of points: [Points?], least: LeastAnswered) -> InstrumentFigure {
        let counted = points.compactMap { $0 }
        guard least.isMet(answered: counted.count, of: points.count) else {
            return .missing(.tooFewItems(answered: counted.count, of: points.count))
        }
        switch aggregate {
        case .share:
            let ones = counted.count { $0 > .none }
            guard let share = AdherenceScore(counted: ones, ofAnswered: counted.count) else {
                return .missing(.tooFewItems(answered: 0, of: points.count))
            }
            return .share(share)
        case .sum:
            return .points(counted.reduce(.none, +).proRated(to: points.count, from: counted.count))
        }
    }

    private func sum(_ parts: [(key: SectionKey, figure: InstrumentFigure?)]) -> InstrumentFigure {
        var total = Points.none
        for part in parts {
            guard case .points(let points) = part.figure else { return .missing(.section(part.key)) }
            total = total + points
        }
        return .points(total)
    }
}
