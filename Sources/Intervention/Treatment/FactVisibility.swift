import CivilDate

/// Who may see a fact of a kind, and what it does to who may see the episode (`uk.md` 3).
public enum FactVisibility: String, CaseIterable, Hashable, Sendable {
    /// Whoever may see the episode.
    case team
    /// The episode's own therapist and supervisor alone.
    case restricted
    /// As ``restricted``; and while it holds, they alone may see the episode.
    case restrictsEpisode = "restricts-episode"
}

extension InterventionModel {
    /// Whether the episode's own therapist and supervisor alone may see it on a day.
    public func restricts(_ episode: EpisodeFacts, on day: CivilDate) -> Bool {
        let kinds = facts.filter { $0.visibility == .restrictsEpisode }.map(\.kind)
        return !kinds.isEmpty && episode.facts.contains { kinds.contains($0.fact.kind) && $0.holds(on: day) }
    }
}
