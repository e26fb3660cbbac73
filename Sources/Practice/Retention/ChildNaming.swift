import EpisodeStore
import Intervention
import Postgres
import Sites

/// How a child is named by whoever asks: by the site's reference, or by the id when the site gave none.
package enum ChildNaming: Hashable, Sendable {
    /// The site's reference.
    case ref(ChildRef)
    /// The id.
    case id(ChildID)

    /// A reference, or an id written as a UUID; nil for any other text.
    package init?(_ text: String) {
        // A reference has at most 32 characters, so that no text is both.
        if let id = ChildID(uuid: text) {
            self = .id(id)
        } else if let ref = ChildRef(text) {
            self = .ref(ref)
        } else {
            return nil
        }
    }
}

extension ChildNaming: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ref(let ref): ref.text
        case .id(let id): id.description
        }
    }
}

extension SiteSession {
    /// The child of a name.
    /// - Throws: ``RetentionFault`` `unknownChild` when it is not on record.
    func child(_ naming: ChildNaming) async throws -> ChildID {
        let text: String
        switch naming {
        case .ref(let ref):
            guard let id = try await store.children([ref], site: site.id, transaction)[ref] else {
                throw RetentionFault.unknownChild(naming)
            }
            return id
        case .id(let id): text = id.description
        }
        let found = try await transaction.query(
            """
            SELECT child_id FROM record.child
            WHERE site_id = \(site.id.number) AND child_id = \(text)::text::uuid
            """
        ).column(0, as: UUIDBytes.self)
        guard let id = found.first else { throw RetentionFault.unknownChild(naming) }
        return ChildID(high: id.high, low: id.low)
    }
}
