import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// Families that are to go from one therapist of a team to another.
package struct ReallocationWish: Hashable, Sendable {
    /// The team, which keeps them.
    package let team: TeamCode
    /// Who has them.
    package let from: StaffCode
    /// Who is to have them; nil while nobody was chosen.
    package var to: StaffCode?
    /// From which day; nil for today at the site.
    package var day: CivilDate?
    /// Which of the families; only those that are chosen are looked at.
    package var families: Set<EpisodeRef> = []

    /// Families of somebody, of which none was chosen.
    package init(of from: StaffCode, in team: TeamCode) {
        self.team = team
        self.from = from
    }
}

/// The families of a therapist, with what would come of giving some of them to another. Nothing is recorded by it.
package struct ReallocationSheet: Sendable {
    /// A family. It does not print.
    package struct Family: Sendable {
        /// The site's own reference of it.
        package let ref: EpisodeRef
        /// The child's name; nil where none is kept.
        package let name: String?
        /// Where its record ends.
        package let version: StreamSeq
        /// The week of treatment; nil before the first session.
        package let week: TreatmentWeek?
        /// Whether it was chosen.
        package let isChosen: Bool
        /// What is in the way; nil when nothing is, or nobody asked.
        package let obstacle: Obstacle?
    }

    /// Why a family cannot go to somebody.
    package enum Obstacle: Hashable, Sendable {
        /// They know the family, and must not see it.
        case barred
        /// They have no post in the team on the day that takes families.
        case noPost
        /// The record would refuse the allocation.
        case refused(Refusal)
    }

    /// The site's name.
    package let site: String
    /// The day that it would be from.
    package let day: CivilDate
    /// What was asked.
    package let wish: ReallocationWish
    /// The open families of whoever has them, by reference.
    package let families: [Family]
    /// Who of the team can be given families, with how many they have; those with most room first.
    package let others: [ReferralSheet.Caseload]
    /// What would be unusual about the caseload afterwards, in sentences.
    package let advice: [String]

    /// The families that would go.
    package var going: [Family] { families.filter { $0.isChosen && $0.obstacle == nil } }
}

extension ReallocationSheet.Family: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a family (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
