import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites
import Vault

/// Something that a model records of an episode, as a client writes it: what each field says is read by the definition of the
/// model that the episode is pinned to.
package struct FactWish: Hashable, Sendable {
    /// What is said of a field: a word, a day, an id or a text, or a whole number.
    package enum Word: Hashable, Sendable {
        case text(String)
        case whole(Int)
    }

    /// The kind.
    package var kind: FactKind
    /// Whom it is about.
    package var about: FactSubject
    /// What is said of it.
    package var fields: [FieldKey: Word]
    /// Texts that are taken out; one that is neither here nor among the fields stays as it was.
    package private(set) var cleared: Set<FieldKey> = []

    /// A fact as a client writes it.
    package init(_ kind: FactKind, about: FactSubject, fields: [FieldKey: Word]) {
        self.kind = kind
        self.about = about
        self.fields = fields
    }

    /// A fact that somebody typed, as a client writes it: a text of its definition that was left empty is no part of it any
    /// more.
    package init(_ typed: TypedFact, withoutTextsOf definition: FactDefinition) {
        self.init(
            typed.kind, about: typed.about,
            fields: typed.fields.compactMapValues { value in
                switch value {
                case .text(let text): .text(text)
                case .value(.choice(let word)): .text(word.text)
                case .value(.answer(let answer)): .text(answer.rawValue)
                case .value(.whole(let number)): .whole(number)
                case .value(.day(let day)): .text("\(day)")
                case .value(.staff(let code)): .text(code.text)
                case .value(.link(let id)): .text("\(id)")
                case .value(.narrative): nil
                }
            })
        cleared = Set(
            definition.fields.filter { $0.content == .narrative && typed.fields[$0.key] == nil }.map(\.key))
    }
}

/// Why something cannot be recorded as a client wrote it. It repeats nothing that was sent.
package indirect enum RecordingFault: Error, Hashable, Sendable {
    /// The model that the episode is pinned to has no such field.
    case unknownField(FieldKey, known: [FieldKey])
    /// A field cannot hold what was given.
    case wrongField(FieldKey, FactField.Content)
    /// The model has no such kind of fact.
    case unknownKind(known: [FactKind])
    /// A family is to be led by somebody who is kept from it.
    case keptFrom(StaffCode)
    /// A text stands where no reason is given.
    case noteWithoutReason
    /// Nothing of that place is on record, or it is a correction.
    case nothingAt(StreamSeq)
    /// Somebody else wrote it down, or on another day: a supervisor corrects it.
    case notOwn(StreamSeq)
    /// What is recorded of a child begins with its registration, which a referral makes.
    case notOfChild
    /// Something is wrong with a replacement of a correction, the first being 0.
    case inReplacement(Int, RecordingFault)
}

extension SiteSession {
    /// A fact in the record's words.
    /// - Throws: ``RecordingFault``.
    func fact(_ wish: FactWish, in state: StreamState<EpisodeStream>) async throws -> RecordedFact {
        let model = try rules.next(in: state).model
        guard let definition = model.facts.first(where: { $0.kind == wish.kind }) else {
            throw RecordingFault.unknownKind(known: model.facts.map(\.kind))
        }
        var fields: [FieldKey: FactValue] = [:]
        for (key, word) in wish.fields.sorted(by: { $0.key < $1.key }) {
            guard let field = definition.field(key) else {
                throw RecordingFault.unknownField(key, known: definition.fields.map(\.key))
            }
            fields[key] = try await value(word, of: field, in: state)
        }
        return RecordedFact(id: .random(), kind: wish.kind, about: wish.about, fields: fields)
    }

    private func value(
        _ word: FactWish.Word, of field: FactField, in state: StreamState<EpisodeStream>
    ) async throws -> FactValue {
        var value: FactValue?
        switch (field.content, word) {
        case (.narrative, .text(let text)) where text.contains { !$0.isWhitespace }:
            value = try await seal(text, of: state).map { .narrative($0) }
        case (let content, let word): value = FactValue(word, as: content)
        }
        guard let value, field.content.allows(value) else { throw RecordingFault.wrongField(field.key, field.content) }
        return value
    }
}

extension FactValue {
    /// What a word says in a field; nil when it says nothing there. Texts are sealed elsewhere.
    fileprivate init?(_ word: FactWish.Word, as content: FactField.Content) {
        let value: FactValue? =
            switch (content, word) {
            case (.choice, .text(let text)): ChoiceCode(text).map { .choice($0) }
            case (.answer, .text(let text)): Answer(rawValue: text).map { .answer($0) }
            case (.whole, .whole(let number)): .whole(number)
            case (.day, .text(let text)): CivilDate(iso: text).map { .day($0) }
            case (.staff, .text(let text)): StaffCode(text).map { .staff($0) }
            case (.link, .text(let text)): FactID(uuid: text).map { .link($0) }
            default: nil
            }
        guard let value else { return nil }
        self = value
    }
}
