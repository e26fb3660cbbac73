import Intervention
import Postgres

/// Changes of the tables of teams.
package struct TeamDelta: StreamDelta {
    private var team = TableDelta<TeamRow>()
    private var sessions = TableDelta<TeamSessionRow>()
    private var attendance = TableDelta<TeamAttendanceRow>()
    private var trainings = TableDelta<TrainingRow>()
    private var onCall = TableDelta<OnCallSpellRow>()
    private var licences = TableDelta<LicenceTermRow>()
    private var briefings = TableDelta<BriefingRow>()

    package init() {}

    package mutating func add(from old: TeamProjection?, to new: TeamProjection?) {
        team.add(from: old?.team ?? [], to: new?.team ?? [])
        sessions.add(from: old?.sessions ?? [], to: new?.sessions ?? [])
        attendance.add(from: old?.attendance ?? [], to: new?.attendance ?? [])
        trainings.add(from: old?.trainings ?? [], to: new?.trainings ?? [])
        onCall.add(from: old?.onCall ?? [], to: new?.onCall ?? [])
        licences.add(from: old?.licences ?? [], to: new?.licences ?? [])
        briefings.add(from: old?.briefings ?? [], to: new?.briefings ?? [])
    }

    package var firstTable: ProjectionTable? {
        team.changedTable ?? sessions.changedTable ?? attendance.changedTable ?? trainings.changedTable
            ?? onCall.changedTable ?? licences.changedTable ?? briefings.changedTable
    }

    package func appendStatements(of site: SiteID, to list: inout StatementList) {
        team.appendStatements(of: site, to: &list)
        sessions.appendStatements(of: site, to: &list)
        attendance.appendStatements(of: site, to: &list)
        trainings.appendStatements(of: site, to: &list)
        onCall.appendStatements(of: site, to: &list)
        licences.appendStatements(of: site, to: &list)
        briefings.appendStatements(of: site, to: &list)
    }

    package static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement] {
        [
            BriefingRow.delete(owners: owners, of: site), LicenceTermRow.delete(owners: owners, of: site),
            OnCallSpellRow.delete(owners: owners, of: site), TrainingRow.delete(owners: owners, of: site),
            TeamAttendanceRow.delete(owners: owners, of: site), TeamSessionRow.delete(owners: owners, of: site),
            TeamRow.delete(owners: owners, of: site),
        ]
    }

    package static func orphans(of site: SiteID) -> [(table: ProjectionTable, statement: Statement)] {
        [
            (.team, TeamRow.orphans(of: site)), (.teamSession, TeamSessionRow.orphans(of: site)),
            (.teamAttendance, TeamAttendanceRow.orphans(of: site)), (.training, TrainingRow.orphans(of: site)),
            (.onCallSpell, OnCallSpellRow.orphans(of: site)), (.licenceTerm, LicenceTermRow.orphans(of: site)),
            (.briefing, BriefingRow.orphans(of: site)),
        ]
    }
}
