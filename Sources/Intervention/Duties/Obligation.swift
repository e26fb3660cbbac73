import CivilDate

/// Something that is owed to a family, or to the measurement of the work with it, within a window of days.
///
/// Obligations are derived from what is on record and from a day: nobody records them, and the same facts and day give
/// the same obligations on any machine, however the days between were spent.
public struct Obligation: Hashable, Sendable {
    /// What became of an obligation by a day.
    public enum Standing: Hashable, Sendable {
        /// Its window has not opened.
        case upcoming
        /// Its window is open and nothing has met it.
        case open
        /// It was met on a day.
        case met(on: CivilDate)
        /// The family was asked and declined.
        case refused
        /// Its window closed and nothing met it.
        case missed
        /// The episode ended before it was due.
        case notRequired
    }

    /// What is owed.
    public var kind: ObligationKind
    /// Whom it is owed about.
    public var about: FactSubject
    /// Which of its kind about the same it is: the slot from 1 up, or the month of a follow-up.
    public var ordinal: Int
    /// The first day on which it can be met.
    public var opensOn: CivilDate
    /// The day it is due.
    public var dueOn: CivilDate
    /// The first day on which it can no longer be met; nil when it stays owed until it is met or the episode ends.
    public var closesOn: CivilDate?
    /// What became of it by the day asked about.
    public var standing: Standing
    /// How often somebody tried by then and reached nobody; at least 0.
    public var attempts: Int

    /// An obligation.
    public init(
        _ kind: ObligationKind, about: FactSubject = .family, ordinal: Int, opensOn: CivilDate, dueOn: CivilDate,
        closesOn: CivilDate?, standing: Standing, attempts: Int = 0
    ) {
        self.kind = kind
        self.about = about
        self.ordinal = ordinal
        self.opensOn = opensOn
        self.dueOn = dueOn
        self.closesOn = closesOn
        self.standing = standing
        self.attempts = attempts
    }
}

extension Obligation.Standing {
    /// The word for it, as files and interfaces use it.
    public var word: String {
        switch self {
        case .upcoming: "upcoming"
        case .open: "open"
        case .met: "met"
        case .refused: "refused"
        case .missed: "missed"
        case .notRequired: "not-required"
        }
    }
}

extension ObligationKind {
    /// The monthly adherence interview.
    public static let adherenceInterview: ObligationKind = "adherence-interview"
    /// The follow-up so many months after closing.
    public static let followUp: ObligationKind = "follow-up"
    /// A supervisor's signature under a module that began although a soft gate was not met.
    public static let countersignature: ObligationKind = "countersignature"

    /// That a module begins.
    static func beginning(of module: ModuleKey) -> ObligationKind { ObligationKind(unchecked: "module-\(module)") }
}
