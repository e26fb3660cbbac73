import CivilDate

/// What may be shown of measures by which staff rate a colleague, so that nobody learns what one rater said.
///
/// * A summary is of a whole slot, and of a slot that is over: two summaries never differ by one rater, whatever the periods
///   that they are asked for.
/// * Fewer raters than the least give no figure, not even how many they were.
/// * Sections are shown only when every rater gave all of them: otherwise sections and whole would have different raters, and
///   one could be told from the other.
/// * At the ends of the scale a mean gives way to a range, for there every rater said the same.
public enum RatedMeasure {
    /// The summaries of the slots that are over on a day, by measure, person and slot.
    /// - Parameters:
    ///   - returns: what was returned, with the days of return; what came after its slot is left out.
    ///   - least: the least number of raters for a figure; less than three is taken as three.
    ///   - months: the length of a slot in months, at least 1.
    public static func summaries(
        of returns: [Dated<MeasureReturn>], least: Int, months: Int, on day: CivilDate
    ) -> [RatedSummary] {
        let counted = returns.filter { returned in
            let end = returned.value.slotFrom.adding(months: max(months, 1))
            return end <= day && returned.on < end
        }
        let slots = Dictionary(grouping: counted.map(\.value)) { RatedSlot($0) }
        return slots.sorted { $0.key < $1.key }.map { slot, returns in
            RatedSummary(of: slot, returns, least: max(least, StaffMeasures.fewestRaters))
        }
    }
}

/// A slot of a measure about one person.
public struct RatedSlot: Hashable, Comparable, Sendable {
    /// The measure.
    public let instrument: InstrumentID
    /// Who was rated; nil when nobody is named.
    public let about: StaffCode?
    /// The first day of the slot.
    public let from: CivilDate

    init(_ returned: MeasureReturn) {
        instrument = returned.instrument
        about = returned.about
        from = returned.slotFrom
    }

    /// By measure, person and day.
    public static func < (lhs: RatedSlot, rhs: RatedSlot) -> Bool {
        (lhs.instrument, lhs.about?.text ?? "", lhs.from) < (rhs.instrument, rhs.about?.text ?? "", rhs.from)
    }
}

/// What may be shown of a slot.
public struct RatedSummary: Hashable, Sendable {
    /// The slot.
    public let slot: RatedSlot
    /// How many raters the figures are of; nil when they are too few.
    public let raters: Int?
    /// The mean over all items.
    public let whole: RatedFigure
    /// The means of the sections; none when they cannot be shown.
    public let sections: [SectionKey: RatedFigure]

    init(of slot: RatedSlot, _ returns: [MeasureReturn], least: Int) {
        self.slot = slot
        let scores = returns.compactMap(\.score)
        guard scores.count >= least else {
            (raters, whole, sections) = (nil, .suppressed, [:])
            return
        }
        raters = scores.count
        whole = RatedFigure(meanOf: scores)
        let keys = Set(returns.flatMap { $0.sections.map(\.section) })
        let isComplete = scores.count == returns.count && returns.allSatisfy { $0.sections.count == keys.count }
        guard isComplete else {
            sections = [:]
            return
        }
        let bySection = Dictionary(grouping: returns.flatMap(\.sections), by: \.section)
        sections = bySection.mapValues { RatedFigure(meanOf: $0.map(\.score)) }
    }
}

/// A figure of a measure of staff.
public enum RatedFigure: Hashable, Sendable {
    /// Too few raters.
    case suppressed
    /// The mean, in hundredths.
    case mean(AdherenceScore)
    /// Near the lower end of the scale: no more than this.
    case atMost(AdherenceScore)
    /// Near the upper end of the scale: no less than this.
    case atLeast(AdherenceScore)

    /// - Parameter scores: one for each rater; at least as many as a figure needs.
    fileprivate init(meanOf scores: [AdherenceScore]) {
        let sum = scores.reduce(0) { $0 + $1.billionths }
        let count = Int64(scores.count)
        let upper = AdherenceScore.whole - StaffMeasures.margin
        let rounded = (2 * sum + count * StaffMeasures.step) / (2 * count * StaffMeasures.step) * StaffMeasures.step
        let figure: RatedFigure? =
            if rounded < StaffMeasures.margin {
                AdherenceScore(billionths: StaffMeasures.margin).map { .atMost($0) }
            } else if rounded > upper {
                AdherenceScore(billionths: upper).map { .atLeast($0) }
            } else {
                AdherenceScore(billionths: rounded).map { .mean($0) }
            }
        self = figure ?? .suppressed
    }
}

extension RatedFigure: CustomStringConvertible {
    /// The figure as people read it.
    public var description: String {
        switch self {
        case .suppressed: "too few raters"
        case .mean(let score): score.description
        case .atMost(let score): "\(score) or less"
        case .atLeast(let score): "\(score) or more"
        }
    }
}
