import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// A fact that somebody wants to record, with its texts as they were typed: they are sealed where it is written. It does not
/// print.
package struct TypedFact: Sendable {
    /// What a field is to hold.
    package enum Value: Hashable, Sendable {
        /// A code, a day, a number or a reference.
        case value(FactValue)
        /// A text, to be sealed under the child's key.
        case text(String)
    }

    /// The id that the fact gets, so that others of the same sending can refer to it.
    package let id: FactID
    /// The kind.
    package let kind: FactKind
    /// Whom it is about.
    package let about: FactSubject
    /// What is said of it.
    package let fields: [FieldKey: Value]

    /// A fact to be recorded.
    package init(id: FactID, kind: FactKind, about: FactSubject = .family, fields: [FieldKey: Value]) {
        self.id = id
        self.kind = kind
        self.about = about
        self.fields = fields
    }
}

extension TypedFact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a fact of the kind \(kind)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension SiteSession {
    /// Seals the texts of facts of a child's episode and gives the commands that record them, in order.
    func commands(of wishes: [TypedFact], about child: ChildID) async throws -> [EpisodeCommand] {
        var commands: [EpisodeCommand] = []
        for wish in wishes {
            var fields: [FieldKey: FactValue] = [:]
            for (key, value) in wish.fields { fields[key] = try await sealed(value, about: child) }
            commands.append(
                .recordFact(RecordedFact(id: wish.id, kind: wish.kind, about: wish.about, fields: fields)))
        }
        return commands
    }

    private func sealed(_ value: TypedFact.Value, about child: ChildID) async throws -> FactValue? {
        switch value {
        case .value(let value): value
        case .text(let text):
            try await store.seal(
                text, id: .random(), of: PersonID(child: child), site: site.id, in: transaction
            ).map { .narrative($0) }
        }
    }
}
