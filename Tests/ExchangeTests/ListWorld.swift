import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Exchange
import Intervention
import Postgres
import Practice
import Sites

/// A database whose site has taken in a register, and importers of lists over it.
struct ListWorld: Sendable {
    let imports: ImportWorld
    let interviews: InterviewImporter
    let placements: PlacementImporter
    let provision: ProvisionImporter
    let followUps: FollowUpImporter
    let training: TrainingImporter

    /// The register: a closed episode, a declined one, an open one of MST-CAN, and one that closed long ago.
    static let register: [[RegisterColumn: String]] = [
        Register.closed, Register.declined,
        [
            .episodeRef: "E-3", .team: "south", .model: "mst-can", .childRef: "C-3", .therapist: "T3",
            .referredOn: "2025-09-01", .decision: "accepted", .decidedOn: "2025-09-02",
            .firstSessionOn: "2025-09-10",
        ],
        [
            .episodeRef: "E-4", .team: "north", .model: "mst", .childRef: "C-4", .referredOn: "2021-06-10",
            .decision: "accepted", .decidedOn: "2021-06-12", .firstSessionOn: "2021-06-20",
            .closedOn: "2021-10-15", .closureReason: "completed",
        ],
    ]

    /// Lends a world in which the register is imported.
    static func with<Result: Sendable>(_ body: (ListWorld) async throws -> Result) async throws -> Result {
        try await ImportWorld.with { world in
            try await world.take(register)
            let clock = world.world.clock.recordClock
            let (models, vault) = (world.world.models, world.world.vault)
            return try await body(
                ListWorld(
                    imports: world,
                    interviews: InterviewImporter(
                        practice: world.practice, models: models, vault: vault, clock: clock),
                    placements: PlacementImporter(
                        practice: world.practice, models: models, vault: vault, clock: clock),
                    provision: ProvisionImporter(
                        practice: world.practice, models: models, vault: vault, clock: clock),
                    followUps: FollowUpImporter(
                        practice: world.practice, models: models, vault: vault, clock: clock),
                    training: TrainingImporter(
                        practice: world.practice, models: models, vault: vault, clock: clock)
                )
            )
        }
    }

    /// Imports rows, in every column unless others are named.
    @discardableResult
    func take<Column>(
        _ rows: [[Column: String]], by importer: KeyPath<ListWorld, FileImporter<Column>>,
        columns: [Column] = Column.allCases, _ options: ImportOptions = ImportOptions(), at code: String = "leeds"
    ) async throws -> ImportReport {
        try await self[keyPath: importer].run(Self.file(rows, columns), at: Register.code(code), options)
    }

    /// A file of rows.
    static func file<Column>(
        _ rows: [[Column: String]], _ columns: [Column] = Column.allCases, end: String = "\r\n", start: String = ""
    ) -> TableFile<Column> {
        var writer = CSVWriter(.machine)
        writer.write(columns.map(\.rawValue))
        for row in rows { writer.write(columns.map { row[$0] ?? "" }) }
        let text = start + String(decoding: writer.take(), as: UTF8.self).replacing("\r\n", with: end)
        return TableFile(name: "l.csv", bytes: Array(text.utf8))
    }

    /// The interviews of an episode.
    func interviews(of episode: String) async throws -> [ScoredInterview] {
        try await imports.episode(episode)?.history.facts?.interviews ?? []
    }

    /// What is on record of a team.
    func team(_ code: String) async throws -> TeamFacts? {
        let site = imports.site
        guard let team = site.teams.first(where: { $0.code.text == code }) else { return nil }
        return try await imports.practice.withSite(site.code, for: .verify, access: .readOnly) { session in
            try await session.store.load(
                team.id, in: TeamStream.self, site: site.id, session.transaction
            )?.history.facts
        }
    }

    /// The follow-ups of an episode.
    func followUps(of episode: String) async throws -> [DatedFollowUp] {
        try await imports.episode(episode)?.history.facts?.followUps ?? []
    }

    /// What is on record of the child of an episode.
    func child(of episode: String) async throws -> ChildFacts? {
        guard let state = try await imports.episode(episode) else { return nil }
        return try await imports.child(of: state)?.history.facts
    }
}

/// A row with some columns changed; nil empties one.
func changed<Column: Hashable>(_ row: [Column: String], _ changes: [Column: String?]) -> [Column: String] {
    row.merging(changes.mapValues { $0 ?? "" }) { $1 }
}
