import CivilDate
import Crypto
import InstrumentFile
import Intervention
import Postgres

/// The definitions of instruments that a site works with: those that it has loaded, and for the rest those that come with the
/// program.
package struct InstrumentShelf: Hashable, Sendable {
    /// A definition and where it is from.
    package struct Entry: Hashable, Sendable {
        /// The definition.
        package let definition: InstrumentDefinition
        /// When the site loaded it; nil for one that comes with the program.
        package let loadedAt: Instant?
    }

    /// One for each instrument, by id: the highest version that the site loaded, or the program's own.
    package let entries: [Entry]

    /// Every definition that interviews of the site can have been scored by; of each instrument the one in force is
    /// last.
    package let editions: [InstrumentDefinition]

    /// What a site works with that has loaded nothing.
    package static let builtIn = InstrumentShelf(loaded: [])

    private init(loaded: [Entry]) {
        let own = InstrumentFile.builtIn.map { Entry(definition: $0, loadedAt: nil) }
        let all = own + loaded.sorted { $0.definition.version < $1.definition.version }
        let inForce = Dictionary(all.map { ($0.definition.id, $0) }) { _, last in last }
        entries = inForce.values.sorted { $0.definition.id < $1.definition.id }
        editions = all.map(\.definition)
    }

    /// The definition in force; nil when nobody has loaded one.
    package subscript(id: InstrumentID) -> InstrumentDefinition? {
        entries.first { $0.definition.id == id }?.definition
    }
}

extension InstrumentShelf {
    /// Reads what a site works with, in a transaction under its scope.
    package static func read(_ site: SiteID, in transaction: Transaction) async throws -> InstrumentShelf {
        let rows = try await transaction.query(
            """
            SELECT instrument_id, version, checksum, loaded_at
            FROM site.instrument_definition WHERE site_id = \(site.number)
            """
        )
        var loaded: [Entry] = []
        for row in rows {
            let (instrument, version, checksum, loadedAt) = try row.decode(
                String.self, Int32.self, [UInt8].self, Instant.self)
            let definition = try await ReadDefinitions.shared.definition(checksum) {
                try await transaction.query(
                    """
                    SELECT document FROM site.instrument_definition
                    WHERE site_id = \(site.number) AND instrument_id = \(instrument) AND version = \(version)
                    """
                )
                .column(0, as: String.self).first
            }
            guard let definition else { throw SiteFault.unreadable(site) }
            loaded.append(Entry(definition: definition, loadedAt: loadedAt))
        }
        return InstrumentShelf(loaded: loaded)
    }

    /// Whether a site does not have a definition yet, in a transaction under its scope.
    /// - Throws: ``InstrumentMisfit/taken(_:_:)`` when the version stands for other content.
    package static func isNew(
        _ file: InstrumentFile, to site: SiteID, in transaction: Transaction
    ) async throws -> Bool {
        let definition = file.definition
        if let own = InstrumentFile.builtIn.first(where: { $0.id == definition.id && $0.version == definition.version })
        {
            guard own == definition else { throw InstrumentMisfit.taken(definition.id, definition.version) }
            return false
        }
        let there = try await transaction.query(
            """
            SELECT checksum FROM site.instrument_definition
            WHERE site_id = \(site.number) AND instrument_id = \(definition.id.text)
                AND version = \(definition.version.number)
            """
        )
        .column(0, as: [UInt8].self)
        guard let known = there.first else { return true }
        guard known == file.checksum else { throw InstrumentMisfit.taken(definition.id, definition.version) }
        return false
    }

    /// Keeps a definition for a site, in a transaction under its scope. The same file again changes nothing.
    /// - Returns: whether it was not there yet.
    /// - Throws: ``InstrumentMisfit/taken(_:_:)`` when the version stands for other content.
    package static func keep(
        _ file: InstrumentFile, of site: SiteID, by author: StaffCode, at instant: Instant,
        in transaction: Transaction
    ) async throws -> Bool {
        // Two who load at once do so one after the other.
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), \(site.number))")
        guard try await isNew(file, to: site, in: transaction) else { return false }
        let definition = file.definition
        try await transaction.execute(
            """
            INSERT INTO site.instrument_definition (site_id, instrument_id, version, loaded_at, loaded_by, checksum,
                document)
            VALUES (\(site.number), \(definition.id.text), \(definition.version.number), \(instant), \(author.text),
                \(file.checksum), \(file.document))
            """
        )
        return true
    }

    private static let lockSpace: Int32 = 0x494E_5354
}

extension InstrumentFile {
    /// SHA-256 of the file, 32 bytes.
    fileprivate var checksum: [UInt8] { Array(SHA256.hash(data: Array(document.utf8))) }
}
