import Intervention

/// Whom something in an episode is about, as it may be told: a role, with a number among several of the same. Never a name.
package struct SubjectLabel: Hashable, Sendable {
    /// What the person is in the episode.
    package let role: SubjectRole
    /// Which of several of the role it is, from 1, in the order in which they joined; nil when there is one alone.
    package let number: Int?
    /// Who it is among those who take part; nil for the family and the child.
    package let participant: ParticipantID?

    /// The label as people read it: `carer 2`.
    package var text: String {
        let word = role == .index ? "child" : role.rawValue
        return number.map { "\(word) \($0)" } ?? word
    }
}

extension EpisodeFacts {
    /// How somebody in the episode is told of.
    package func label(of subject: FactSubject) -> SubjectLabel {
        guard case .participant(let id) = subject, let role = role(of: subject) else {
            return SubjectLabel(role: subject == .index ? .index : .family, number: nil, participant: nil)
        }
        var alike: [ParticipantID] = []
        for spell in participants where spell.participant.role == role {
            if !alike.contains(spell.participant.id) { alike.append(spell.participant.id) }
        }
        let number = alike.count > 1 ? alike.firstIndex(of: id).map { $0 + 1 } : nil
        return SubjectLabel(role: role, number: number, participant: id)
    }
}
