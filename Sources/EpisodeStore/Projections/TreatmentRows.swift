import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension ParticipantRow {
    init(episode: UUIDBytes, _ spell: ParticipantSpell) {
        self.init(
            episode: episode, id: spell.participant.id.bound, from: spell.from, to: spell.until,
            role: spell.participant.role.rawValue, child: spell.participant.child?.bound
        )
    }
}

extension RecordedFactRow {
    init(episode: UUIDBytes, _ dated: DatedFact, of facts: EpisodeFacts) {
        let subject = SubjectColumns(dated.fact.about, in: facts)
        self.init(
            episode: episode, id: dated.fact.id.bound, kind: dated.fact.kind.text, role: subject.role,
            participant: subject.participant, from: dated.from, to: dated.until, phase: dated.phase.text,
            codes: CodesText(dated.fact.codes).json
        )
    }
}

extension TrackerStateRow {
    /// The moves of an episode's trackers, each until the next of the same tracker about the same person.
    static func rows(of episode: UUIDBytes, _ facts: EpisodeFacts) -> [TrackerStateRow] {
        facts.trackerSpells.indices.map { place in
            let spell = facts.trackerSpells[place]
            let next = facts.trackerSpells[(place + 1)...].first {
                $0.tracker == spell.tracker && $0.about == spell.about
            }
            let subject = SubjectColumns(spell.about, in: facts)
            return TrackerStateRow(
                episode: episode, fact: spell.fact.bound, tracker: spell.tracker.text, role: subject.role,
                participant: subject.participant, state: spell.state.text, from: spell.from, to: next?.from
            )
        }
    }
}

extension ModuleRunRow {
    init(episode: UUIDBytes, _ run: ModuleRun, of facts: EpisodeFacts) {
        let subject = SubjectColumns(run.about, in: facts)
        self.init(
            episode: episode, id: run.id.bound, module: run.module.text, role: subject.role,
            participant: subject.participant, from: run.from, to: run.until, ending: run.ending?.rawValue,
            unmet: run.unmet.map(\.text), because: run.override?.reason.rawValue,
            signedBy: run.countersigned?.by.text, signedOn: run.countersigned?.on
        )
    }
}

/// Whom something is about, as two columns.
private struct SubjectColumns {
    let role: String
    let participant: UUIDBytes?

    init(_ subject: FactSubject, in facts: EpisodeFacts) {
        role = (facts.role(of: subject) ?? .family).rawValue
        participant =
            switch subject {
            case .family, .index: nil
            case .participant(let id): id.bound
            }
    }
}
