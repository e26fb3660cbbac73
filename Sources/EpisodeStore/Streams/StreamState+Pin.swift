import CivilDate
import EpisodeEngine
import Intervention

extension StreamState<EpisodeStream> {
    /// The versions that the episode ran under on a day, and the day since which it did: that of its referral or of the
    /// last move until then. A day before the referral has those that it began under.
    /// - Returns: nil before the first event.
    package func pin(on day: CivilDate) -> (envelope: ModelEnvelope, since: CivilDate)? {
        guard let pin = trail.pin, let facts = history.facts else { return nil }
        let moves = history.standing.compactMap { recorded -> (move: ModelMove, on: CivilDate)? in
            guard case .moved(let move) = recorded.event else { return nil }
            return (move, recorded.occurredOn)
        }
        guard let last = moves.last(where: { $0.on <= day }) else {
            return (moves.isEmpty ? pin : trail.firstPin ?? pin, facts.referredOn)
        }
        let envelope = ModelEnvelope(model: pin.model, version: last.move.model, settings: last.move.settings)
        return (envelope, last.on)
    }

    /// The first day after one on which the episode was moved; nil when it was not.
    package func nextPin(after day: CivilDate) -> CivilDate? {
        history.standing.lazy.compactMap { recorded -> CivilDate? in
            guard case .moved = recorded.event, day < recorded.occurredOn else { return nil }
            return recorded.occurredOn
        }.min()
    }
}
