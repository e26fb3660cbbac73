import CivilDate
import Intervention

/// What is owed to or by a subject on the night's date.
struct ObligationRow: DutyRow {
    /// Where an obligation stands that is kept.
    enum Standing: String, Sendable {
        /// Its window has not opened.
        case upcoming
        /// It can be met, and its due day has not passed.
        case open
        /// It can still be met, and its due day has passed.
        case overdue
        /// It can no longer be met.
        case missed
    }

    struct Gist: Hashable, Sendable {
        let place: Place
        let standing: Standing
    }

    struct Place: Hashable, Sendable {
        let kind: ObligationKind
        let about: FactSubject
        let ordinal: Int

        init(_ kind: ObligationKind, about: FactSubject, ordinal: Int) {
            self.kind = kind
            self.about = about
            self.ordinal = ordinal
        }

        init(_ obligation: Obligation) {
            self.init(obligation.kind, about: obligation.about, ordinal: obligation.ordinal)
        }
    }

    let place: Place
    let opensOn: CivilDate
    let dueOn: CivilDate
    /// The first day on which it can no longer be met.
    let closesOn: CivilDate?
    let standing: Standing
    /// The first day of the standing; nil while it is upcoming.
    let since: CivilDate?
    let attempts: Int

    /// What a night keeps of an obligation: nothing once it was met, refused or is no longer asked for, and nothing of
    /// one that was missed long ago.
    /// - Parameter missed: for how many days from its closing on one that was missed is kept.
    init?(_ obligation: Obligation, on day: CivilDate, keepingMissed missed: KeptDays) {
        switch obligation.standing {
        case .upcoming: (standing, since) = (.upcoming, nil)
        case .open where obligation.dueOn < day: (standing, since) = (.overdue, obligation.dueOn.adding(days: 1))
        case .open: (standing, since) = (.open, obligation.opensOn)
        case .missed:
            let closed = obligation.closesOn ?? obligation.dueOn.adding(days: 1)
            guard closed.days(until: day) < missed.number else { return nil }
            (standing, since) = (.missed, closed)
        case .met, .refused, .notRequired: return nil
        }
        place = Place(obligation)
        opensOn = obligation.opensOn
        dueOn = obligation.dueOn
        closesOn = obligation.closesOn
        attempts = obligation.attempts
    }

    init(
        place: Place, opensOn: CivilDate, dueOn: CivilDate, closesOn: CivilDate?, standing: Standing, since: CivilDate?,
        attempts: Int
    ) {
        self.place = place
        self.opensOn = opensOn
        self.dueOn = dueOn
        self.closesOn = closesOn
        self.standing = standing
        self.since = since
        self.attempts = attempts
    }

    var gist: Gist { Gist(place: place, standing: standing) }

    var words: String { "\(place.kind) \(place.ordinal), due \(dueOn)" }
}

extension FactSubject {
    /// The word that stands for it in a row: `family`, `index`, or the id of somebody who takes part.
    var word: String {
        switch self {
        case .family: "family"
        case .index: "index"
        case .participant(let id): "\(id)"
        }
    }

    /// Whom a word stands for; nil for any other.
    init?(word: String) {
        switch word {
        case "family": self = .family
        case "index": self = .index
        default:
            guard let id = ParticipantID(uuid: word) else { return nil }
            self = .participant(id)
        }
    }
}
