/// What a form gives for a section, a total or the whole.
public enum InstrumentFigure: Hashable, Sendable {
    /// The share of counted answers that count 1.
    case share(AdherenceScore)
    /// Points, pro-rated where items are missing.
    case points(Points)
    /// Nothing, and why.
    case missing(Reason)

    /// Why there is no figure.
    public enum Reason: Hashable, Sendable {
        /// Too few items were answered.
        case tooFewItems(answered: Int, of: Int)
        /// A section that belongs to it has none.
        case section(SectionKey)
    }

    /// Whether there is none.
    public var isMissing: Bool {
        if case .missing = self { true } else { false }
    }
}

extension InstrumentFigure: CustomStringConvertible {
    /// The number, or why there is none.
    public var description: String {
        switch self {
        case .share(let share): share.description
        case .points(let points): points.description
        case .missing(.tooFewItems(let answered, let items)):
            "none: \(answered) of \(items) items answered are too few"
        case .missing(.section(let key)): "none: the section \(key) has none"
        }
    }
}

/// The figures of one form.
public struct InstrumentFigures: Hashable, Sendable {
    /// Those of sections and totals.
    public let sections: [SectionKey: InstrumentFigure]
    /// That of all items together; nil for an instrument that has only sections and totals.
    public let whole: InstrumentFigure?

    /// The share of the whole; nil when there is none.
    public var share: AdherenceScore? {
        guard case .share(let share) = whole else { return nil }
        return share
    }

    /// The points of a section or total; nil when there are none.
    public func points(_ key: SectionKey) -> Points? {
        guard case .points(let points) = sections[key] else { return nil }
        return points
    }
}
