import CivilDate
import Intervention

extension MSTFIT {
    /// What a goal works on, most pressing first (`uk.md` 2.1: the hierarchy of dialectical behaviour therapy).
    static let hierarchy: [ChoiceCode] = ["self-harm", "aggression", "treatment-interfering", "quality-of-life"]

    /// The field of a goal that says so.
    static let target = FactField(.target, "Target", .choice(hierarchy))

    /// Advice when the week's work goes to a lower target while a goal of a higher one is open.
    static func adviceOnTargets(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, on day: CivilDate
    ) -> [Advisory] {
        guard case .recordFact(let fact) = command, fact.kind == .intermediaryGoal, let episode,
            case .link(let id) = fact.fields[.goal],
            let goal = episode.facts.first(where: { $0.fact.id == id }), let own = rank(of: goal)
        else { return [] }
        let open = episode.facts.filter { $0.fact.kind == .overarchingGoal && $0.holds(on: day) }
            .filter { isOpen($0, in: episode, on: day) }.compactMap(rank)
        guard let highest = open.min(), highest < own else { return [] }
        return [
            Advisory(
                code: "lower-target-first",
                sentence:
                    "the goal works on '\(hierarchy[own])' while a goal on '\(hierarchy[highest])' is open; "
                    + "the higher target comes first"
            )
        ]
    }

    private static func rank(of goal: DatedFact) -> Int? {
        guard case .choice(let word) = goal.fact.fields[.target] else { return nil }
        return hierarchy.firstIndex(of: word)
    }

    private static func isOpen(_ goal: DatedFact, in episode: EpisodeFacts, on day: CivilDate) -> Bool {
        let last = episode.facts.last { dated in
            dated.fact.kind == .goalReview && dated.from <= day
                && dated.fact.fields[.goal] == .link(goal.fact.id)
        }
        return last.map { !FieldTest(.status, in: [.met, .dropped]).isMet(by: $0.fact) } ?? true
    }
}
