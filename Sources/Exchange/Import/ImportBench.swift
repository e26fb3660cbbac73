import Crypto
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Vault

/// What every import works with in its lent transaction, and the steps that are the same for every kind of file.
struct ImportBench<Column: FileColumn>: Sendable {
    let session: SiteSession
    let store: EpisodeStore
    let imported: ImportedRows<Column>
    let vault: Vault
    let clock: RecordClock
    /// What interviews are judged by; nothing for files that bring none.
    var interviews = InterviewGround()

    var site: SiteID { session.site.id }

    /// - Parameters:
    ///   - models: all versions of the models, as the record's store has them.
    ///   - vault: the vault over the keys of the home.
    ///   - clock: the clock that the record is stamped by. It is looked at once: a file becomes known at one instant.
    init(in session: SiteSession, models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.session = session
        self.vault = vault
        self.clock = clock.latched()
        store = EpisodeStore(models: models, vault: vault, clock: self.clock)
        imported = ImportedRows(site: session.site.id, vault: vault)
    }

    /// Lets one import of a site go on at a time, whatever the kind of file: the second then finds what the first has
    /// written.
    func takeTurn() async throws {
        let space: Int32 = 0x494D_5052
        _ = try await session.transaction.query("SELECT pg_advisory_xact_lock(\(space), \(site.number))")
    }

    /// Begins a batch of changes.
    func beginBatch() async throws -> RecordBatch {
        try await store.begin(site: site, by: session.actor, in: session.transaction)
    }

    /// The reason of all corrections of a file, sealed once.
    func narrative(of file: TableFile<Column>) async throws -> NarrativeReference? {
        let sealed = try await vault.write(
            narrative: "import \(file.name)", id: .made(), site: site, in: session.transaction
        )
        return NarrativeReference(sealed)
    }

    /// Notes that a file was imported.
    func note(_ fileImport: ImportID, of file: TableFile<Column>, rows: Int) async throws {
        let id = UUIDBytes(high: fileImport.high, low: fileImport.low)
        let digest = Array(SHA256.hash(data: file.bytes))
        try await session.transaction.execute(
            """
            INSERT INTO exchange.import (site_id, import_id, kind, file_digest, rows, imported_at, imported_by)
            VALUES (\(site.number), \(id), \(Column.kind.rawValue), \(digest), \(Int32(rows)), \(clock.now()),
                \(session.actor.recordedBy.text))
            """
        )
    }
}
