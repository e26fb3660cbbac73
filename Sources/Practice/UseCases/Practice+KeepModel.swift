import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Keeps a declared model in the database, so that its episodes run on wherever the file that it came from goes.
    /// - Returns: what is kept under the id and version now; another file when somebody was quicker.
    package func keep(_ document: ModelDocument) async throws -> ModelDocument {
        try await PracticeFault.translating {
            try await application.transaction { transaction in
                try await ModelDocuments.keep(document, at: clock.now(), by: actor, in: transaction)
            }
        }
    }
}
