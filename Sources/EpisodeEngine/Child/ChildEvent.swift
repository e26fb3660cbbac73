import CivilDate
import Intervention

/// What happened to a child, whatever the episode.
package enum ChildEvent: Hashable, Sendable {
    /// Made known under the site's own reference.
    case registered(ChildRef?)
    /// Lives in a household from the day on.
    case householdJoined(HouseholdRef)
    /// No longer known to live in the household.
    case householdLeft
    /// A spell in one place begins.
    case placementStarted(Placement)
    /// A spell in one place ends.
    case placementEnded(PlacementEnd)
    /// Social care begins to provide something.
    case provisionStarted(Provision)
    /// Social care ends what it provided.
    case provisionEnded(ProvisionID)
    /// What the child does by day.
    case schoolStatusRecorded(SchoolStatus)
    /// An offence.
    case offenceRecorded(Offence)
    /// The child died.
    case died(Death)
    /// A set of earlier events is replaced or withdrawn.
    case corrected(CorrectionSet<ChildEvent>)
}

extension ChildEvent: Correctable {
    package typealias Command = ChildCommand

    package var name: EventName {
        switch self {
        case .registered: .childRegistered
        case .householdJoined: .householdJoined
        case .householdLeft: .householdLeft
        case .placementStarted: .placementStarted
        case .placementEnded: .placementEnded
        case .provisionStarted: .provisionStarted
        case .provisionEnded: .provisionEnded
        case .schoolStatusRecorded: .schoolStatusRecorded
        case .offenceRecorded: .offenceRecorded
        case .died: .childDied
        case .corrected: .corrected
        }
    }

    package var correction: CorrectionSet<ChildEvent>? {
        guard case .corrected(let set) = self else { return nil }
        return set
    }
}

/// The rules of streams that no model has a say in.
package struct NoRules: Sendable {
    /// Nothing to know.
    package init() {}
}

/// The stream of a child. Its timeline may reach back before the day of registration: spells in care lie before the
/// referral too.
package enum ChildStream: EventStream {
    package typealias Command = ChildCommand
    package typealias Event = ChildEvent
    package typealias Facts = ChildFacts
    package typealias Rules = NoRules

    package static let name = StreamName.child

    package static let beginning = EventName.childRegistered
}

extension ChildCommand: StreamCommand {
    package var eventName: EventName {
        switch self {
        case .register: .childRegistered
        case .joinHousehold: .householdJoined
        case .leaveHousehold: .householdLeft
        case .startPlacement: .placementStarted
        case .endPlacement: .placementEnded
        case .startProvision: .provisionStarted
        case .endProvision: .provisionEnded
        case .recordSchoolStatus: .schoolStatusRecorded
        case .recordOffence: .offenceRecorded
        case .recordDeath: .childDied
        }
    }
}
