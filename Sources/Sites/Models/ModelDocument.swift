import Intervention

/// A declared model as it was applied: the file word for word.
package struct ModelDocument: Hashable, Sendable {
    /// The model.
    package let model: ModelID
    /// The version.
    package let version: ModelVersion
    /// SHA-256 of the document's bytes in UTF-8.
    package let checksum: [UInt8]
    /// The file.
    package let document: String

    /// A model's file.
    package init(_ model: ModelID, _ version: ModelVersion, checksum: [UInt8], document: String) {
        self.model = model
        self.version = version
        self.checksum = checksum
        self.document = document
    }
}
