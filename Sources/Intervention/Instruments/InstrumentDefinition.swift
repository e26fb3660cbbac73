/// An instrument in full, item by item: what a licence holder loads, or what is free.
///
/// Wording is licensed: it stands in the file of a site that may use it, and never in this program, an event, a log line or a
/// report.
public struct InstrumentDefinition: Hashable, Sendable {
    /// The instrument.
    public var id: InstrumentID
    /// Which edition of the definition this is; the same version never changes.
    public var version: InstrumentVersion
    /// The name that people use.
    public var title: String
    /// Under what licence the wording is used, or why none is needed.
    public var licence: String
    /// Where items and scoring come from.
    public var source: String
    /// The items, in the order in which they are asked.
    public var items: [Item]
    /// The sections, each with its name and how many of its items must be answered.
    public var sections: [Section]
    /// The totals over sections, for sums.
    public var totals: [ScoringPlan.Total]
    /// What a figure is.
    public var aggregate: ScoringPlan.Aggregate
    /// How many of all items must be answered.
    public var least: LeastAnswered

    /// A definition.
    public init(
        _ id: InstrumentID, version: InstrumentVersion, title: String, licence: String, source: String, items: [Item],
        sections: [Section] = [], totals: [ScoringPlan.Total] = [], aggregate: ScoringPlan.Aggregate,
        least: LeastAnswered
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.licence = licence
        self.source = source
        self.items = items
        self.sections = sections
        self.totals = totals
        self.aggregate = aggregate
        self.least = least
    }
}

extension InstrumentDefinition {
    /// One question.
    public struct Item: Hashable, Sendable {
        /// The key.
        public var key: ItemKey
        /// The section that it belongs to; nil for none.
        public var section: SectionKey?
        /// Whether it is asked the other way round, so that what counts most elsewhere counts least here.
        public var isReversed: Bool
        /// The answers that may be given.
        public var options: [Option]
        /// The question in words; nil where the definition holds none.
        public var wording: String?

        /// An item.
        public init(
            _ key: ItemKey, section: SectionKey? = nil, isReversed: Bool = false, options: [Option],
            wording: String? = nil
        ) {
            self.key = key
            self.section = section
            self.isReversed = isReversed
            self.options = options
            self.wording = wording
        }
    }

    /// One answer that may be given.
    public struct Option: Hashable, Sendable {
        /// How it is entered.
        public var code: AnswerCode
        /// What it counts before reversing; nil when it does not count ("not applicable").
        public var points: Points?
        /// The answer in words; nil where the definition holds none.
        public var wording: String?

        /// An answer.
        public init(_ code: AnswerCode, points: Points?, wording: String? = nil) {
            self.code = code
            self.points = points
            self.wording = wording
        }
    }

    /// Items that give a figure together.
    public struct Section: Hashable, Sendable {
        /// The key.
        public var key: SectionKey
        /// The name that people use.
        public var title: String
        /// How many of its items must be answered.
        public var least: LeastAnswered

        /// A section.
        public init(_ key: SectionKey, _ title: String, least: LeastAnswered) {
            self.key = key
            self.title = title
            self.least = least
        }
    }

    /// Whether a form can be shown on a screen: every question and every answer has its words, which only a site that may
    /// use them has loaded (for the SDQ `uk.md` 6.9: any electronic version needs the owner's authorisation).
    public var isShowable: Bool {
        items.allSatisfy { item in item.wording != nil && item.options.allSatisfy { $0.wording != nil } }
    }
}

/// The number of an edition of a definition; from 1 up.
public struct InstrumentVersion: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int32

    /// An edition.
    public init(_ number: Int32) {
        self.number = number
    }

    /// Older editions come first.
    public static func < (lhs: InstrumentVersion, rhs: InstrumentVersion) -> Bool { lhs.number < rhs.number }
}
