/// A figure of a model's own that reports count over the families closed in a period: so many of so many.
///
/// What it is counted over are the closures of a ``MeasureBase``, never what another measure counts: a young person who
/// is at home at the end is one of all who began, not only of those who moved home.
public struct Measure: Hashable, Sendable {
    /// What happens to those of the base of whom the answer is not known.
    public enum Unknowns: String, CaseIterable, Hashable, Sendable {
        /// They are left out of the denominator, and shown beside it.
        case apart
        /// They stay in the denominator, and are shown beside it.
        case kept
    }

    /// The key, unique within its model and among its outcomes: `fit_moved_home`.
    public var key: MeasureKey
    /// The name that people use.
    public var title: String
    /// What it means to be counted.
    public var meaning: String
    /// Whom it is counted over.
    public var base: MeasureBase
    /// Who of them counts.
    public var counts: MeasureCount
    /// What happens to those of whom it is not known.
    public var unknowns: Unknowns
    /// Where the definition comes from.
    public var source: String

    /// A figure.
    public init(
        _ key: MeasureKey, _ title: String, meaning: String, over base: MeasureBase, counting counts: MeasureCount,
        unknowns: Unknowns = .apart, source: String
    ) {
        self.key = key
        self.title = title
        self.meaning = meaning
        self.base = base
        self.counts = counts
        self.unknowns = unknowns
        self.source = source
    }

    /// What one of it is.
    public var unit: MeasureUnit { counts.isPerChild ? .children : .families }
}

/// What one of a measure is.
public enum MeasureUnit: String, CaseIterable, Hashable, Sendable {
    /// A family, once for each of its episodes.
    case families
    /// A child, once however many episodes there are.
    case children
}

/// Whom a measure is counted over: closures of the period, by the day of closing.
public enum MeasureBase: String, CaseIterable, Hashable, Sendable {
    /// All closures.
    case closed
    /// Closures with the opportunity for a full course of treatment.
    case opportunity
    /// Closures whose treatment had begun, whatever they were closed for.
    case started
}

/// Who counts in a measure.
public enum MeasureCount: Hashable, Sendable {
    /// Families whose treatment had begun.
    case started
    /// Families whose young person came to live at home during treatment: from a phase away from home, through visits
    /// or not, into a phase at home; or where no such phases are on record, from a placement to a home. It is unknown
    /// where neither says so and nothing was recorded of treatment, or where the child is at home at the closing.
    case movedHome
    /// Families whose young person was placed again from the first session to the closing, each once: placed after the
    /// move home, or anew and without a plan before it; where such a fact says so; or where that is what treatment was
    /// closed for. The place that treatment begins in is not one of them, nor is one that was moved to as planned. A new
    /// place before the move home for which no reason is given is unknown.
    case placedAgain(FactKind)
    /// Families with a yes to an outcome at closing.
    case outcome(OutcomeKey)
    /// Families with a yes to an outcome so many months after closing. Those whose follow-up is not due yet are counted
    /// apart and are not in the denominator; one that was not held or not reached is unknown.
    case followUp(OutcomeKey, FollowUpMonth)
    /// Families with at least one such fact about anybody from the first session to the closing. Without one it is a no
    /// where the model's facts of the time of treatment are on record, and unknown where there are none: such treatment
    /// was recorded elsewhere.
    case happened(FactKind, [FieldTest])
    /// Families in which everybody of whom the last such fact said the one at the first session is said to be the other
    /// at the closing; only families in which it was said of somebody are in the base. Provision by social care can say
    /// it too; of a fact and a spell the later one is believed, and of one day the fact.
    case turned(FactKind, from: [FieldTest], to: [FieldTest], provision: ProvisionStatus? = nil)
    /// Children, the index child and its siblings who take part at the closing, of whom the last such fact answers yes.
    case children(FactKind, FieldKey)

    /// Whether children are counted, not families.
    var isPerChild: Bool {
        switch self {
        case .children: true
        default: false
        }
    }
}
