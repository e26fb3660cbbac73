import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// The declared models that a database keeps. They hold no family, so no scope is needed.
package enum ModelDocuments {
    /// All of them, by id and version.
    package static func list(over connection: Connection) async throws -> [ModelDocument] {
        try await connection.query(
            "SELECT model_id, version, checksum, document FROM site.declared_model ORDER BY model_id, version"
        ).compactMap { try read($0) }
    }

    /// Keeps a model's file, and says what is kept under its id and version now: the same file when it was there already
    /// or is new, another one when somebody was quicker.
    package static func keep(
        _ document: ModelDocument, at time: Instant, by author: Author, in transaction: Transaction
    ) async throws -> ModelDocument {
        try await transaction.execute(
            """
            INSERT INTO site.declared_model (model_id, version, applied_at, applied_by, checksum, document)
            VALUES (\(document.model.text), \(document.version.number), \(time), \(author.recordedBy.text),
                \(document.checksum), \(document.document))
            ON CONFLICT (model_id, version) DO NOTHING
            """
        )
        let rows = try await transaction.query(
            """
            SELECT model_id, version, checksum, document FROM site.declared_model
            WHERE model_id = \(document.model.text) AND version = \(document.version.number)
            """
        )
        return try rows.compactMap { try read($0) }.first ?? document
    }

    /// Whether episodes of a site run under a model's version that is not kept yet, byte for byte.
    /// - Parameter transaction: one in the site's scope.
    package static func isToBeKept(
        _ document: ModelDocument, usedAt site: SiteID, in transaction: Transaction
    ) async throws -> Bool {
        try await transaction.query(
            """
            SELECT NOT EXISTS (
                SELECT FROM site.declared_model
                WHERE model_id = \(document.model.text) AND version = \(document.version.number)
                    AND checksum = \(document.checksum)
            ) AND EXISTS (
                SELECT FROM record.episode
                WHERE site_id = \(site.number) AND model_id = \(document.model.text)
                    AND model_version = \(document.version.number)
            )
            """
        ).column(0, as: Bool.self).first ?? false
    }

    /// Nil for no id of a model, which the table does not take.
    private static func read(_ row: Row) throws -> ModelDocument? {
        let (text, number, checksum, document) = try row.decode(String.self, Int32.self, [UInt8].self, String.self)
        return ModelID(text).map { ModelDocument($0, ModelVersion(number), checksum: checksum, document: document) }
    }
}
