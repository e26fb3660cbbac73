import Intervention
import Postgres

/// Changes of the tables of episodes.
package struct EpisodeDelta: StreamDelta {
    private var episode = TableDelta<EpisodeRow>()
    private var assignments = TableDelta<AssignmentRow>()
    private var spells = TableDelta<PhaseSpellRow>()
    private var contacts = TableDelta<ContactRow>()
    private var interviews = TableDelta<InterviewRow>()
    private var outcomes = TableDelta<OutcomeRow>()
    private var followUps = TableDelta<FollowUpRow>()
    private var participants = TableDelta<ParticipantRow>()
    private var recordedFacts = TableDelta<RecordedFactRow>()
    private var trackerStates = TableDelta<TrackerStateRow>()
    private var moduleRuns = TableDelta<ModuleRunRow>()

    package init() {}

    package mutating func add(from old: EpisodeProjection?, to new: EpisodeProjection?) {
        episode.add(from: old?.episode ?? [], to: new?.episode ?? [])
        assignments.add(from: old?.assignments ?? [], to: new?.assignments ?? [])
        spells.add(from: old?.spells ?? [], to: new?.spells ?? [])
        contacts.add(from: old?.contacts ?? [], to: new?.contacts ?? [])
        interviews.add(from: old?.interviews ?? [], to: new?.interviews ?? [])
        outcomes.add(from: old?.outcomes ?? [], to: new?.outcomes ?? [])
        followUps.add(from: old?.followUps ?? [], to: new?.followUps ?? [])
        participants.add(from: old?.participants ?? [], to: new?.participants ?? [])
        recordedFacts.add(from: old?.recordedFacts ?? [], to: new?.recordedFacts ?? [])
        trackerStates.add(from: old?.trackerStates ?? [], to: new?.trackerStates ?? [])
        moduleRuns.add(from: old?.moduleRuns ?? [], to: new?.moduleRuns ?? [])
    }

    package var firstTable: ProjectionTable? {
        let tables: [ProjectionTable?] = [
            episode.changedTable, assignments.changedTable, spells.changedTable, contacts.changedTable,
            interviews.changedTable, outcomes.changedTable, followUps.changedTable, participants.changedTable,
            recordedFacts.changedTable, trackerStates.changedTable, moduleRuns.changedTable,
        ]
        return tables.lazy.compactMap(\.self).first
    }

    package func appendStatements(of site: SiteID, to list: inout StatementList) {
        episode.appendStatements(of: site, to: &list)
        assignments.appendStatements(of: site, to: &list)
        spells.appendStatements(of: site, to: &list)
        contacts.appendStatements(of: site, to: &list)
        interviews.appendStatements(of: site, to: &list)
        outcomes.appendStatements(of: site, to: &list)
        followUps.appendStatements(of: site, to: &list)
        participants.appendStatements(of: site, to: &list)
        recordedFacts.appendStatements(of: site, to: &list)
        trackerStates.appendStatements(of: site, to: &list)
        moduleRuns.appendStatements(of: site, to: &list)
    }

    package static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement] {
        [
            ModuleRunRow.delete(owners: owners, of: site), TrackerStateRow.delete(owners: owners, of: site),
            RecordedFactRow.delete(owners: owners, of: site), ParticipantRow.delete(owners: owners, of: site),
            FollowUpRow.delete(owners: owners, of: site), OutcomeRow.delete(owners: owners, of: site),
            InterviewRow.delete(owners: owners, of: site), ContactRow.delete(owners: owners, of: site),
            PhaseSpellRow.delete(owners: owners, of: site), AssignmentRow.delete(owners: owners, of: site),
            EpisodeRow.delete(owners: owners, of: site),
        ]
    }

    package static func orphans(of site: SiteID) -> [(table: ProjectionTable, statement: Statement)] {
        [
            (.episode, EpisodeRow.orphans(of: site)), (.assignment, AssignmentRow.orphans(of: site)),
            (.phaseSpell, PhaseSpellRow.orphans(of: site)), (.contact, ContactRow.orphans(of: site)),
            (.interview, InterviewRow.orphans(of: site)), (.outcome, OutcomeRow.orphans(of: site)),
            (.followUp, FollowUpRow.orphans(of: site)), (.participant, ParticipantRow.orphans(of: site)),
            (.recordedFact, RecordedFactRow.orphans(of: site)), (.trackerState, TrackerStateRow.orphans(of: site)),
            (.moduleRun, ModuleRunRow.orphans(of: site)),
        ]
    }
}
