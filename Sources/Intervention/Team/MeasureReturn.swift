import CivilDate

/// What one rater returned of a measure of staff, such as the supervisor adherence measure. Who the rater was is nowhere
/// in it: a rater is unlinked once counted.
public struct MeasureReturn: Hashable, Sendable {
    /// Its id, which says nothing about the rater.
    public var id: MeasureReturnID
    /// The measure.
    public var instrument: InstrumentID
    /// The first day of the slot that it was returned in.
    public var slotFrom: CivilDate
    /// Who was rated: the supervisor or the expert; nil when the team has one of the kind and nobody is named.
    public var about: StaffCode?
    /// The score over all items; nil when too few were answered.
    public var score: AdherenceScore?
    /// The scores of the sections that have one, each section once, by key.
    public let sections: [SectionScore]

    /// A return.
    /// - Parameter sections: in any order; of two with the same key the first counts.
    public init(
        id: MeasureReturnID, of instrument: InstrumentID, slotFrom: CivilDate, about: StaffCode? = nil,
        score: AdherenceScore?, sections: [SectionScore] = []
    ) {
        self.id = id
        self.instrument = instrument
        self.slotFrom = slotFrom
        self.about = about
        self.score = score
        let scores = Dictionary(sections.map { ($0.section, $0.score) }) { first, _ in first }
        self.sections = scores.sorted { $0.key < $1.key }.map { SectionScore($0.key, $0.value) }
    }
}

/// The score of one section of an instrument.
public struct SectionScore: Hashable, Sendable {
    /// The section.
    public var section: SectionKey
    /// Its score.
    public var score: AdherenceScore

    /// A section's score.
    public init(_ section: SectionKey, _ score: AdherenceScore) {
        self.section = section
        self.score = score
    }
}
