import EpisodeEngine
import Intervention
import Postgres
import Vault

/// The rows of a child.
package struct ChildProjection: StreamProjection {
    package typealias Stream = ChildStream
    package typealias Delta = ChildDelta

    var child: [ChildRow] = []
    var placements: [PlacementRow] = []
    var provision: [ProvisionRow] = []
    var schooling: [SchoolStatusRow] = []
    var offences: [OffenceRow] = []

    init() {}

    package init(of id: UUIDBytes, facts: ChildFacts, lastSeq: Int64, trail: ChildTrail) {
        child = [
            ChildRow(
                id: id, ref: facts.ref?.text, household: facts.household?.text, diedOn: facts.death?.on,
                deathDayEstimated: facts.death?.death.dayIsEstimated, lastSeq: lastSeq)
        ]
        placements = facts.placements.map { spell in
            PlacementRow(
                child: id, id: spell.placement.id.bound, setting: spell.placement.setting.rawValue,
                startedOn: spell.startedOn, endedOn: spell.endedOn, startReason: spell.placement.reason?.rawValue,
                endReason: spell.endReason?.rawValue
            )
        }
        provision = facts.provision.map { spell in
            ProvisionRow(
                child: id, id: spell.provision.id.bound, kind: spell.provision.kind.rawValue,
                startedOn: spell.startedOn, endedOn: spell.endedOn
            )
        }
        schooling = facts.schooling.map {
            SchoolStatusRow(child: id, from: $0.from, status: $0.status.rawValue)
        }
        offences = facts.offences.map { dated in
            OffenceRow(
                child: id, id: dated.offence.id.bound, committedOn: dated.on, kind: dated.offence.kind.rawValue
            )
        }
    }

    package static func stored(
        of owners: [UUIDBytes], site: SiteID, in transaction: Transaction
    ) async throws -> StoredProjections<ChildProjection> {
        var reader = ProjectionReader<ChildProjection>(empty: ChildProjection())
        let results = try await transaction.pipeline([
            ChildRow.select(owners: owners, of: site), PlacementRow.select(owners: owners, of: site),
            SchoolStatusRow.select(owners: owners, of: site), OffenceRow.select(owners: owners, of: site),
            ProvisionRow.select(owners: owners, of: site),
        ])
        try reader.read(results[0], into: \.child)
        try reader.read(results[1], into: \.placements)
        try reader.read(results[2], into: \.schooling)
        try reader.read(results[3], into: \.offences)
        try reader.read(results[4], into: \.provision)
        return reader.result
    }
}

/// Changes of the tables of children.
package struct ChildDelta: StreamDelta {
    private var child = TableDelta<ChildRow>()
    private var placements = TableDelta<PlacementRow>()
    private var provision = TableDelta<ProvisionRow>()
    private var schooling = TableDelta<SchoolStatusRow>()
    private var offences = TableDelta<OffenceRow>()

    package init() {}

    package mutating func add(from old: ChildProjection?, to new: ChildProjection?) {
        child.add(from: old?.child ?? [], to: new?.child ?? [])
        placements.add(from: old?.placements ?? [], to: new?.placements ?? [])
        provision.add(from: old?.provision ?? [], to: new?.provision ?? [])
        schooling.add(from: old?.schooling ?? [], to: new?.schooling ?? [])
        offences.add(from: old?.offences ?? [], to: new?.offences ?? [])
    }

    package var firstTable: ProjectionTable? {
        child.changedTable ?? placements.changedTable ?? provision.changedTable ?? schooling.changedTable
            ?? offences.changedTable
    }

    package func appendStatements(of site: SiteID, to list: inout StatementList) {
        child.appendStatements(of: site, to: &list)
        placements.appendStatements(of: site, to: &list)
        provision.appendStatements(of: site, to: &list)
        schooling.appendStatements(of: site, to: &list)
        offences.appendStatements(of: site, to: &list)
    }

    package static func removal(of owners: [UUIDBytes], site: SiteID) -> [Statement] {
        [
            OffenceRow.delete(owners: owners, of: site), SchoolStatusRow.delete(owners: owners, of: site),
            ProvisionRow.delete(owners: owners, of: site), PlacementRow.delete(owners: owners, of: site),
            ChildRow.delete(owners: owners, of: site),
        ]
    }

    package static func orphans(of site: SiteID) -> [(table: ProjectionTable, statement: Statement)] {
        [
            (.child, ChildRow.orphans(of: site)), (.placement, PlacementRow.orphans(of: site)),
            (.provision, ProvisionRow.orphans(of: site)),
            (.schoolStatus, SchoolStatusRow.orphans(of: site)), (.offence, OffenceRow.orphans(of: site)),
        ]
    }
}
