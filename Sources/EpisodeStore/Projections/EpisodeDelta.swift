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

    package init() {}

    package mutating func add(from old: EpisodeProjection?, to new: EpisodeProjection?) {
        episode.add(from: old?.episode ?? [], to: new?.episode ?? [])
        assignments.add(from: old?.assignments ?? [], to: new?.assignments ?? [])
        spells.add(from: old?.spells ?? [], to: new?.spells ?? [])
        contacts.add(from: old?.contacts ?? [], to: new?.contacts ?? [])
        interviews.add(from: old?.interviews ?? [], to: new?.interviews ?? [])
        outcomes.add(from: old?.outcomes ?? [], to: new?.outcomes ?? [])
        followUps.add(from: old?.followUps ?? [], to: new?.followUps ?? [])
    }

    package var firstTable: ProjectionTable? {
        episode.changedTable ?? assignments.changedTable ?? spells.changedTable ?? contacts.changedTable
            ?? interviews.changedTable ?? outcomes.changedTable ?? followUps.changedTable
    }

    package func appendStatements(of site: SiteID, to list: inout StatementList) {
        episode.appendStatements(of: site, to: &list)
        assignments.appendStatements(of: site, to: &list)
        spells.appendStatements(of: site, to: &list)
        contacts.appendStatements(of: site, to: &list)
        interviews.appendStatements(of: site, to: &list)
        outcomes.appendStatements(of: site, to: &list)
        followUps.appendStatements(of: site, to: &list)
    }

    package static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement] {
        [
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
            (.followUp, FollowUpRow.orphans(of: site)),
        ]
    }
}
