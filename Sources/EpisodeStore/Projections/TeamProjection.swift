import EpisodeEngine
import Intervention
import Postgres

/// The row of a team.
package struct TeamProjection: StreamProjection {
    package typealias Stream = TeamStream
    package typealias Delta = TeamDelta

    var team: [TeamRow] = []

    init() {}

    package init(of id: UUIDBytes, facts: TeamFacts, lastSeq: Int64, trail: NoTrail<TeamEvent, TeamFacts>) {
        guard let opening = facts.opening, let openedOn = facts.openedOn else { return }
        team = [
            TeamRow(
                id: id, code: opening.code.text, model: opening.model.text, openedOn: openedOn, lastSeq: lastSeq
            )
        ]
    }

    package static func stored(
        of owners: [UUIDBytes], site: SiteID, in transaction: Transaction
    ) async throws -> StoredProjections<TeamProjection> {
        var reader = ProjectionReader<TeamProjection>(empty: TeamProjection())
        try reader.read(try await transaction.query(TeamRow.select(owners: owners, of: site)), into: \.team)
        return reader.result
    }
}

/// Changes of the table of teams.
package struct TeamDelta: StreamDelta {
    private var team = TableDelta<TeamRow>()

    package init() {}

    package mutating func add(from old: TeamProjection?, to new: TeamProjection?) {
        team.add(from: old?.team ?? [], to: new?.team ?? [])
    }

    package var firstTable: ProjectionTable? { team.changedTable }

    package func appendStatements(of site: SiteID, to list: inout StatementList) {
        team.appendStatements(of: site, to: &list)
    }

    package static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement] {
        [TeamRow.delete(owners: owners, of: site)]
    }

    package static func orphans(of site: SiteID) -> [(table: ProjectionTable, statement: Statement)] {
        [(.team, TeamRow.orphans(of: site))]
    }
}
