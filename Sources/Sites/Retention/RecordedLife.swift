import CivilDate
import Intervention

/// What of a child's record decides how long it is kept.
package struct RecordedLife: Hashable, Sendable {
    /// The days between which the child was born, as far as a month of birth tells.
    package struct Birth: Hashable, Sendable {
        /// The first day of the month.
        package let first: CivilDate
        /// Its last day.
        package let last: CivilDate

        /// A birth in a month.
        package init(in month: CivilMonth) {
            first = month.firstDay
            last = month.lastDay
        }
    }

    /// The last day on which something ended, or was referred.
    package var endedOn: CivilDate
    /// The day of the first referral: nobody is referred before birth.
    package var firstKnownOn: CivilDate
    /// When the child was born; nil while it is not known.
    package var birth: Birth?
    /// What social care ever provided.
    package var provision: Set<ProvisionKind>
    /// Whether an episode of the child's, or one that the child takes part in, is not closed.
    package var isOpen: Bool
    /// The day of death, an estimated one as it is; nil while nobody recorded one.
    package var diedOn: CivilDate?

    /// A life of which this is known.
    package init(
        endedOn: CivilDate, firstKnownOn: CivilDate, birth: Birth? = nil, provision: Set<ProvisionKind> = [],
        isOpen: Bool = false, diedOn: CivilDate? = nil
    ) {
        self.endedOn = endedOn
        self.firstKnownOn = firstKnownOn
        self.birth = birth
        self.provision = provision
        self.isOpen = isOpen
        self.diedOn = diedOn
    }

    /// The latest day on which the child can have been born: a record is kept a month too long rather than a day too short.
    var latestBirth: CivilDate { birth?.last ?? firstKnownOn }

    /// Whether the child may have been 17 on the last day.
    var mayHaveEndedAtSeventeen: Bool {
        guard let birth else { return true }
        return birth.first.completedYears(on: endedOn) >= RecordedLife.seventeen
            && birth.last.completedYears(on: endedOn) <= RecordedLife.seventeen
    }

    /// Whether the child died before the 18th birthday for certain, whichever day of the month it was born on.
    var diedAsChild: Bool {
        guard let diedOn, let birth else { return false }
        return birth.first.completedYears(on: diedOn) <= RecordedLife.seventeen
    }

    /// The last age of a child, at whose end of treatment a year is added (`uk.md` 7, NHS records management code).
    private static let seventeen = 17
}
