import CivilDate
import Intervention

extension EpisodeStream {
    static func foldTreatment(_ event: EpisodeEvent, on day: CivilDate, into facts: inout EpisodeFacts) {
        switch event {
        case .participantJoined(let participant):
            facts.participants.insertSorted(ParticipantSpell(participant, from: day)) {
                ($0.from, $0.participant.id) < ($1.from, $1.participant.id)
            }
        case .participantLeft(let id):
            guard let place = facts.participants.lastIndex(where: { $0.participant.id == id }) else { return }
            facts.participants[place].until = day
        case .factRecorded(let fact, let extent, let steps):
            take(steps, of: fact, on: day, in: &facts)
            facts.facts.append(DatedFact(fact, extent, from: day, phase: facts.phase))
        case .factWithdrawn(let id):
            guard let place = facts.facts.lastIndex(where: { $0.fact.id == id }) else { return }
            facts.facts[place].until = day
        case .moduleStarted(let start, _, let unmet):
            facts.moduleRuns.insertSorted(ModuleRun(start, from: day, unmet: unmet)) {
                ($0.from, $0.id) < ($1.from, $1.id)
            }
        case .moduleFinished(let finish, _):
            guard let place = facts.moduleRuns.lastIndex(where: { $0.id == finish.run }) else { return }
            facts.moduleRuns[place].until = day
            facts.moduleRuns[place].ending = finish.ending
        case .moduleCountersigned(let signature):
            guard let place = facts.moduleRuns.lastIndex(where: { $0.id == signature.run }) else { return }
            facts.moduleRuns[place].countersigned = (by: signature.by, on: day)
        // Which versions an episode runs under stands beside its facts; since when is needed for their values.
        case .moved: facts.movedOn = day
        default: break
        }
    }

    /// Nothing is delivered after the closing: what still ran stopped with it.
    static func stopModules(on day: CivilDate, in facts: inout EpisodeFacts) {
        for place in facts.moduleRuns.indices where facts.moduleRuns[place].until == nil {
            facts.moduleRuns[place].until = day
            facts.moduleRuns[place].ending = .stopped
        }
    }

    private static func take(
        _ steps: [TrackerStep], of fact: RecordedFact, on day: CivilDate, in facts: inout EpisodeFacts
    ) {
        var taken: Set<TrackerKey> = []
        for tracker in steps.map(\.tracker) where taken.insert(tracker).inserted {
            guard let step = facts.step(of: tracker, among: steps, about: fact.about) else { continue }
            facts.trackerSpells.append(
                TrackerSpell(tracker, about: fact.about, in: step.to, from: day, by: fact.id)
            )
        }
    }
}
