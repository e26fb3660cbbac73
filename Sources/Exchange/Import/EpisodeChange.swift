import CivilDate
import EpisodeEngine
import Intervention

/// What a row asks of an episode that is on record: a correction of what stands, then entries of what is new.
package struct EpisodeChange {
    /// What stands and did not happen so.
    package private(set) var replacements: [Correction<EpisodeCommand>.Replacement] = []

    /// What stands and did not happen.
    package private(set) var withdrawals: [StreamSeq] = []

    /// What happened and does not stand yet, in order.
    package private(set) var entries: [Engine.Entry<EpisodeCommand>] = []

    /// Whether nothing is asked.
    package var isEmpty: Bool { !needsCorrection && entries.isEmpty }

    /// Whether something that stands did not happen so.
    package var needsCorrection: Bool { !replacements.isEmpty || !withdrawals.isEmpty }

    /// The change from what the record says to what it shall say.
    /// - Parameters:
    ///   - history: the episode's stream.
    ///   - record: what the record says as a row.
    ///   - target: what it shall say.
    ///   - child: the child that the episode shall belong to.
    ///   - team: the team that shall have the family.
    ///   - today: the day of the import, from which a reallocation counts.
    package init(
        _ history: History<EpisodeStream>, from record: RegisterRow, to target: RegisterRow, child: ChildID,
        team: TeamID, today: CivilDate
    ) {
        let modelChanges = record.model != target.model
        for standing in history.standing {
            switch standing.event {
            case .referred(let referral, _):
                // Another team has the family from today; only another model makes another referral of it.
                let referredTo = modelChanges ? team : referral.team
                let wanted = EpisodeCommand.refer(target.referral(child: child, team: referredTo))
                settle(standing, .refer(referral), wanted: Engine.Entry(wanted, on: target.referredOn))
            case .screened(let screening):
                settle(standing, .screen(screening), wanted: target.screening(keeping: screening))
            case .treatmentStarted: settle(standing, .startTreatment, wanted: target.start)
            case .closed(let closing, _, _):
                settle(standing, .close(closing), wanted: target.closing(keeping: closing))
            case .allocated(let allocation) where standing.occurredOn == record.allocatedOn:
                // The day was taken from the row's other days, so it moves with them.
                let moved = Engine.Entry(EpisodeCommand.allocate(allocation), on: target.allocatedOn)
                settle(standing, .allocate(allocation), wanted: moved)
            case .allocated, .phaseEntered, .stepPlanned, .contactRecorded, .interviewRecorded, .followedUp,
                .participantJoined, .participantLeft, .factRecorded, .factWithdrawn, .moduleStarted, .moduleFinished,
                .moduleCountersigned, .moved, .corrected:
                break
            }
        }
        let facts = history.facts
        if facts?.decision == nil, let screening = target.screening() { entries.append(screening) }
        if facts?.startedOn == nil, let start = target.start { entries.append(start) }
        if facts?.closing == nil, let closing = target.closing() { entries.append(closing) }
        if record.therapist != target.therapist || record.team != target.team {
            let allocation = Allocation(team: team, therapist: target.therapist)
            entries.append(Engine.Entry(.allocate(allocation), on: today))
        }
    }

    private mutating func settle(
        _ standing: Recorded<EpisodeEvent>, _ present: EpisodeCommand, wanted: Engine.Entry<EpisodeCommand>?
    ) {
        guard let wanted else {
            withdrawals.append(standing.seq)
            return
        }
        guard wanted.command != present || wanted.on != standing.occurredOn else { return }
        replacements.append(.init(standing.seq, with: wanted.command, on: wanted.on))
    }
}
