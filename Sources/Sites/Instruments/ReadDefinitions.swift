import InstrumentFile
import Intervention
import Postgres

/// The definitions that this process has read, by the checksum of their text: what a text says never changes, so it is
/// read once and not at every interview.
struct ReadDefinitions: Sendable {
    /// The process's own.
    static let shared = ReadDefinitions()

    private let known = Guarded<[[UInt8]: InstrumentDefinition]>([:])
    /// At most so many are kept; beyond, all are forgotten and read anew as they are asked for.
    private let most = 1_000

    /// The definition of a text.
    /// - Parameter document: fetches the text; asked only when it was not read before.
    /// - Returns: nil when there is no text, or it is no definition.
    func definition(
        _ checksum: [UInt8], _ document: () async throws -> String?
    ) async throws -> InstrumentDefinition? {
        if let definition = known.withLock({ $0[checksum] }) { return definition }
        guard let text = try await document(), let file = try? InstrumentFile.read(Array(text.utf8)) else { return nil }
        let definition = file.definition
        known.withLock { known in
            if known.count >= most { known = [:] }
            known[checksum] = definition
        }
        return definition
    }
}
