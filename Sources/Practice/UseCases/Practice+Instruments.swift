import Accounts
import EpisodeStore
import InstrumentFile
import Intervention
import Postgres
import Sites

extension Practice {
    /// The definitions of instruments that a site works with.
    package func instruments(at site: SiteCode) async throws -> InstrumentShelf {
        try await withSite(site, for: .showInstruments, access: .readOnly) { try await $0.instruments() }
    }

    /// Loads a definition for a site. The same file again changes nothing.
    /// - Parameter dryRun: only tells whether it would be loaded.
    /// - Returns: whether it was not there yet.
    /// - Throws: `InstrumentMisfit`, ``PracticeFault``.
    package func load(_ file: InstrumentFile, at site: SiteCode, dryRun: Bool = false) async throws -> Bool {
        if let misfit = file.misfit(among: models) { throw misfit }
        return try await withSite(site, for: .configureInstruments, access: dryRun ? .readOnly : .readWrite) {
            session in
            if dryRun {
                return try await InstrumentShelf.isNew(file, to: session.site.id, in: session.transaction)
            }
            return try await InstrumentShelf.keep(
                file, of: session.site.id, by: session.actor.recordedBy, at: clock.now(), in: session.transaction
            )
        }
    }

    /// Loads a definition for a site, once however often it is sent under its key. What is told is its version.
    /// - Throws: ``KeyedWriteFault``, `InstrumentMisfit`, ``PracticeFault``.
    package func loadOnce(
        _ file: InstrumentFile, at site: SiteCode, as keyed: KeyedWrite
    ) async throws -> WrittenOnce {
        if let misfit = file.misfit(among: models) { throw misfit }
        return try await once(keyed, for: .configureInstruments, at: .site, of: site) { session in
            _ = try await InstrumentShelf.keep(
                file, of: session.site.id, by: session.actor.recordedBy, at: clock.now(), in: session.transaction)
            return WrittenOnce(told: "\(file.definition.version.number)")
        }
    }
}

extension InstrumentFile {
    /// Why the file's definition cannot be used with the newest versions of the models; nil when it can.
    package func misfit(among models: ModelRegistry) -> InstrumentMisfit? {
        let instruments = models.ids.compactMap { models.newest($0) }.flatMap(\.instruments)
        return definition.misfit(among: instruments, builtIn: InstrumentFile.builtIn)
    }
}
