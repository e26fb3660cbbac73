import CivilDate
import Intervention
import Sites

/// How long a site's records are kept, what holds them, and what is proposed.
package struct RetentionSheet: Hashable, Sendable {
    /// A child's record.
    package struct Entry: Hashable, Sendable {
        /// The child.
        package let child: ChildID
        /// The site's reference; nil when it gave none.
        package let ref: ChildRef?
        /// By which rule it is kept.
        package let rule: RetentionRule
        /// The last day on which it is kept; nil while no end is in sight.
        package let keepThrough: CivilDate?
        /// Whether that day is past.
        package let isDue: Bool
        /// Whether something holds it.
        package let isHeld: Bool
        /// The proposal that it stands in and that is not carried out yet.
        package let proposal: Int32?

        /// How people name the child.
        package var name: String { ref?.text ?? child.description }
    }

    /// A proposal.
    package struct Proposal: Hashable, Sendable {
        /// Its number at the site.
        package let number: Int32
        /// The day of it.
        package let proposedOn: CivilDate
        /// Who proposed.
        package let proposedBy: StaffCode
        /// Whose hand proposed: the account whose owner was there, or the operator.
        package let proposer: StaffCode
        /// Who approved; nil while nobody did.
        package let approvedBy: StaffCode?
        /// Whether it was withdrawn.
        package let isWithdrawn: Bool
        /// How many children it is about.
        package let children: Int
        /// How many of their records were destroyed.
        package let disposed: Int
    }

    /// The policy.
    package let policy: RetentionPolicy
    /// The records, those whose day comes first before the others.
    package let entries: [Entry]
    /// The proposals, by number.
    package let proposals: [Proposal]
    /// How many streams were disposed of so far: of each a stub is there.
    package let stubs: Int
    /// Persons whose keys are still to be destroyed.
    package let pendingKeys: Int
}
