import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// The rows of an episode.
package struct EpisodeProjection: StreamProjection {
    package typealias Stream = EpisodeStream
    package typealias Delta = EpisodeDelta

    var episode: [EpisodeRow] = []
    var assignments: [AssignmentRow] = []
    var spells: [PhaseSpellRow] = []
    var contacts: [ContactRow] = []
    var interviews: [InterviewRow] = []
    var outcomes: [OutcomeRow] = []
    var followUps: [FollowUpRow] = []
    var participants: [ParticipantRow] = []
    var recordedFacts: [RecordedFactRow] = []
    var trackerStates: [TrackerStateRow] = []
    var moduleRuns: [ModuleRunRow] = []

    init() {}

    package init(of id: UUIDBytes, facts: EpisodeFacts, lastSeq: Int64, trail: EpisodeTrail) {
        guard let pin = trail.pin else { return }
        episode = [EpisodeRow(id: id, facts: facts, pin: pin, lastSeq: lastSeq)]
        assignments = EpisodeProjection.assignments(of: id, facts)
        spells = EpisodeProjection.spells(of: id, facts)
        contacts = facts.contacts.map { ContactRow(episode: id, $0) }
        interviews = facts.interviews.map { InterviewRow(episode: id, $0) }
        followUps = facts.followUps.map { FollowUpRow(episode: id, $0) }
        participants = facts.participants.map { ParticipantRow(episode: id, $0) }
        recordedFacts = facts.facts.map { RecordedFactRow(episode: id, $0, of: facts) }
        trackerStates = TrackerStateRow.rows(of: id, facts)
        moduleRuns = facts.moduleRuns.map { ModuleRunRow(episode: id, $0, of: facts) }
        if let closing = facts.closing {
            outcomes += OutcomeRow.rows(of: id, anchor: "discharge", closing.closing.outcomes, on: closing.on)
        }
        for dated in EpisodeProjection.lastFollowUps(facts) {
            let anchor = "month-\(dated.followUp.month.rawValue)"
            outcomes += OutcomeRow.rows(of: id, anchor: anchor, dated.followUp.outcomes, on: dated.on)
        }
    }

    private static func assignments(of id: UUIDBytes, _ facts: EpisodeFacts) -> [AssignmentRow] {
        facts.assignments.indices.map { place in
            let assignment = facts.assignments[place]
            let next = facts.assignments.indices.contains(place + 1) ? facts.assignments[place + 1].from : nil
            return AssignmentRow(
                episode: id, from: assignment.from, to: next, team: assignment.team.bound,
                therapist: assignment.therapist?.text
            )
        }
    }

    private static func spells(of id: UUIDBytes, _ facts: EpisodeFacts) -> [PhaseSpellRow] {
        facts.spells.enumerated().map { place, spell in
            PhaseSpellRow(
                episode: id, ordinal: Int16(clamping: place + 1), phase: spell.phase.text, from: spell.from,
                to: spell.until, plannedTo: spell.plannedUntil
            )
        }
    }

    /// A follow-up that reached nobody may be tried again: the answers of a month are the last attempt's.
    private static func lastFollowUps(_ facts: EpisodeFacts) -> [DatedFollowUp] {
        FollowUpMonth.allCases.compactMap { month in
            facts.followUps.last { $0.followUp.month == month && $0.isInWindow }
        }
    }
}

extension EpisodeProjection {
    package static func stored(
        of owners: [UUIDBytes], site: SiteID, in transaction: Transaction
    ) async throws -> StoredProjections<EpisodeProjection> {
        var reader = ProjectionReader<EpisodeProjection>(empty: EpisodeProjection())
        let results = try await transaction.pipeline([
            EpisodeRow.select(owners: owners, of: site), AssignmentRow.select(owners: owners, of: site),
            PhaseSpellRow.select(owners: owners, of: site), ContactRow.select(owners: owners, of: site),
            InterviewRow.select(owners: owners, of: site), OutcomeRow.select(owners: owners, of: site),
            FollowUpRow.select(owners: owners, of: site), ParticipantRow.select(owners: owners, of: site),
            RecordedFactRow.select(owners: owners, of: site), TrackerStateRow.select(owners: owners, of: site),
            ModuleRunRow.select(owners: owners, of: site),
        ])
        try reader.read(results[0], into: \.episode)
        try reader.read(results[1], into: \.assignments)
        try reader.read(results[2], into: \.spells)
        try reader.read(results[3], into: \.contacts)
        try reader.read(results[4], into: \.interviews)
        try reader.read(results[5], into: \.outcomes)
        try reader.read(results[6], into: \.followUps)
        try reader.read(results[7], into: \.participants)
        try reader.read(results[8], into: \.recordedFacts)
        try reader.read(results[9], into: \.trackerStates)
        try reader.read(results[10], into: \.moduleRuns)
        return reader.result
    }
}
