import Intervention

/// A rule by which a child's record is kept. Of all that apply, the one that keeps it longest wins.
package enum RetentionRule: String, CaseIterable, Hashable, Sendable {
    /// Ever looked after by a local authority: to a birthday.
    case lookedAfter = "looked-after"
    /// Ever looked after, and died before the 18th birthday: years after the death.
    case lookedAfterDied = "looked-after-died"
    /// Ever on a child protection plan: years after the end.
    case childProtection = "child-protection"
    /// Ever in need, or given early help: to a birthday.
    case childInNeed = "child-in-need"
    /// A health record of a child: to a birthday, a year more when treatment ended at 17.
    case childHealth = "child-health"
    /// A mental-health record: years after the end.
    case mentalHealth = "mental-health"
    /// A mental-health record of somebody who died: years after the death, if that is sooner.
    case mentalHealthDied = "mental-health-died"
    /// What holds for every record, for social care may know of more than was recorded here: years after the end.
    case everyRecord = "every-record"

    /// Those of what social care provided.
    init(_ provision: ProvisionKind) {
        self =
            switch provision {
            case .lookedAfter: .lookedAfter
            case .childProtection: .childProtection
            case .childInNeed: .childInNeed
            }
    }
}

extension RetentionRule: CustomStringConvertible {
    package var description: String { rawValue }
}
