import CivilDate
import Intervention

/// What reports may know of something that a model records of an episode, or of somebody who takes part in it.
struct ModelFact: Hashable, Sendable {
    /// The version of this form; it rises when a column changes its meaning.
    static let shape: Int16 = 2

    /// Which one of the episode.
    enum ID: Hashable, Sendable {
        case fact(FactID)
        case participant(ParticipantID)
    }

    /// Whom it is about: nobody's name, and a child of the site by the id that all its episodes share.
    enum Person: Hashable, Sendable {
        case family
        case child(ChildID)
        case participant(ParticipantID)
    }

    let id: ID
    let kind: String
    let role: SubjectRole
    let person: Person
    let from: CivilDate
    let until: CivilDate?
    /// Words, answers, numbers and days. No person, no link and no narrative.
    let codes: [String: String]
    /// Which of the episode's facts of that day it is, as they were entered, from 1; nil for somebody who takes part.
    let ordinal: Int32?

    /// A fact of an episode.
    init(_ dated: DatedFact, ordinal: Int32, in episode: EpisodeFacts) {
        self.ordinal = ordinal
        id = .fact(dated.fact.id)
        kind = dated.fact.kind.text
        role = episode.role(of: dated.fact.about) ?? .family
        person = ModelFact.person(dated.fact.about, in: episode)
        from = dated.from
        until = dated.until
        codes = dated.fact.codes
    }

    /// Somebody who takes part, from the first time to the end of the last: who left may have come back.
    init(_ spell: ParticipantSpell, until day: CivilDate?) {
        ordinal = nil
        id = .participant(spell.participant.id)
        kind = spell.participant.role.rawValue
        role = spell.participant.role
        person = ModelFact.person(of: spell.participant)
        from = spell.from
        until = day
        codes = [:]
    }

    /// All of an episode.
    static func all(of episode: EpisodeFacts) -> [ModelFact] {
        var (day, ordinal) = (CivilDate?.none, Int32(0))
        return participants(of: episode)
            + episode.facts.map { dated in
                ordinal = dated.from == day ? ordinal + 1 : 1
                day = dated.from
                return ModelFact(dated, ordinal: ordinal, in: episode)
            }
    }

    private static func participants(of episode: EpisodeFacts) -> [ModelFact] {
        var seen: Set<ParticipantID> = []
        return episode.participants.filter { seen.insert($0.participant.id).inserted }.map { first in
            let last = episode.participants.last { $0.participant.id == first.participant.id } ?? first
            return ModelFact(first, until: last.until)
        }
    }

    private static func person(_ subject: FactSubject, in episode: EpisodeFacts) -> Person {
        switch subject {
        case .family: .family
        case .index: .child(episode.referral.child)
        case .participant(let id):
            episode.participants.first { $0.participant.id == id }.map { person(of: $0.participant) }
                ?? .participant(id)
        }
    }

    private static func person(of participant: Participant) -> Person {
        participant.child.map { .child($0) } ?? .participant(participant.id)
    }
}

extension RecordedFact {
    /// Words, answers, numbers and days by field: what may stand outside the event.
    var codes: [String: String] {
        Dictionary(
            uniqueKeysWithValues: fields.compactMap { field, value in value.code.map { (field.text, $0) } }
        )
    }
}

extension FactValue {
    /// The value as reports may know it; nil for what they may not.
    fileprivate var code: String? {
        switch self {
        case .choice(let word): word.text
        case .answer(let answer): answer.rawValue
        case .whole(let number): String(number)
        case .day(let day): day.description
        case .staff, .link, .narrative: nil
        }
    }
}
