import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Keeps a declared model in the database, so that its episodes run on wherever the file that it came from goes.
    /// - Returns: what is kept under the id and version now; another file when somebody was quicker.
    package func keep(_ document: ModelDocument) async throws -> ModelDocument {
        try await withNetwork(for: .configureModels) { transaction in
            try await ModelDocuments.keep(document, at: clock.now(), by: actor, in: transaction)
        }
    }

    /// Keeps the declared models that episodes of a session's site run under by now: what an episode was pinned to cannot
    /// be another file tomorrow.
    func keepModels(of session: SiteSession) async throws {
        guard !declared.isEmpty else { return }
        let delivered = Set(session.site.teams.map(\.model))
        for document in declared where delivered.contains(document.model) {
            let isNew = try await ModelDocuments.isToBeKept(
                document, usedAt: session.site.id, in: session.transaction)
            if isNew { try await keepFirst(document, in: session.transaction) }
        }
    }

    /// Keeps the declared models that a site file names, in the version that its teams begin to work by.
    func keepModels(of file: SiteFile, in transaction: Transaction) async throws {
        let named = Set(file.teams.map(\.model) + file.enabledModels)
        for document in declared where named.contains(document.model) {
            guard models.newest(document.model)?.version == document.version else { continue }
            try await keepFirst(document, in: transaction)
        }
    }

    private func keepFirst(_ document: ModelDocument, in transaction: Transaction) async throws {
        let kept = try await ModelDocuments.keep(document, at: clock.now(), by: actor, in: transaction)
        guard kept.checksum == document.checksum else {
            throw PracticeFault.modelTaken(document.model, document.version)
        }
    }
}
