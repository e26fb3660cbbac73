import CivilDate

/// A fact as it is recorded; the day it happened on, or holds from, stands beside it.
public struct RecordedFact: Hashable, Sendable {
    /// Its id.
    public var id: FactID
    /// The kind.
    public var kind: FactKind
    /// Whom it is about.
    public var about: FactSubject
    /// What is said of it.
    public var fields: [FieldKey: FactValue]

    /// A fact.
    public init(id: FactID, kind: FactKind, about: FactSubject = .family, fields: [FieldKey: FactValue] = [:]) {
        self.id = id
        self.kind = kind
        self.about = about
        self.fields = fields
    }
}

/// The value of a field: an id, a code, a day, a number; a text only as a reference to where it is sealed.
public enum FactValue: Hashable, Sendable {
    /// A word of the field's closed list.
    case choice(ChoiceCode)
    /// Yes, no or unknown.
    case answer(Answer)
    /// A whole number within the field's range.
    case whole(Int)
    /// A day.
    case day(CivilDate)
    /// A member of the site's staff.
    case staff(StaffCode)
    /// Another fact of the episode.
    case link(FactID)
    /// A sealed text.
    case narrative(NarrativeReference)
}

extension FactField.Content {
    /// Whether the field can hold the value. Whether a linked fact is there, and of which kind, is asked elsewhere.
    public func allows(_ value: FactValue) -> Bool {
        switch (self, value) {
        case (.choice(let words), .choice(let word)): words.contains(word)
        case (.whole(let range), .whole(let number)): range.contains(number)
        case (.answer, .answer), (.day, .day), (.staff, .staff), (.link, .link), (.narrative, .narrative): true
        default: false
        }
    }
}

/// A fact on the timeline.
public struct DatedFact: Hashable, Sendable {
    /// The day it happened on, or the first on which it holds.
    public var from: CivilDate
    /// The first day on which it no longer holds; nil while it does, and for a fact that happened on one day.
    public var until: CivilDate?
    /// How it stands in time, as its kind was defined on entry.
    public var extent: FactDefinition.Extent
    /// The fact.
    public var fact: RecordedFact
    /// The phase that the episode was in.
    public var phase: PhaseID

    /// A fact from a day on.
    public init(
        _ fact: RecordedFact, _ extent: FactDefinition.Extent, from: CivilDate, until: CivilDate? = nil,
        phase: PhaseID
    ) {
        self.fact = fact
        self.extent = extent
        self.from = from
        self.until = until
        self.phase = phase
    }

    /// Whether it holds on a day; a fact that happened on one day holds from then on.
    public func holds(on day: CivilDate) -> Bool { from <= day && until.map { day < $0 } ?? true }
}
