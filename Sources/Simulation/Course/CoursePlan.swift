import CivilDate
import Intervention

/// How a treatment goes before it is told day by day: how it ends, when, and how well the therapist is rated.
struct CoursePlan {
    let startedOn: CivilDate
    let closedOn: CivilDate
    let group: ClosureGroup
    /// How long it would last, were it not cut short.
    let wholeDays: Double
    /// The share of answers that the family gives as the instrument wants.
    let adherence: Double

    init(_ design: CourseDesign, _ traits: SiteTraits, from startedOn: CivilDate, dice: inout Dice) {
        self.startedOn = startedOn
        group = CoursePlan.group(traits, &dice)
        let shortened = SimulationParameter.shortened.value
        let completed = SimulationParameter.completed.value
        // So that the average over completed and shortened courses is the model's.
        let full = design.stay.value / (completed + (1 - completed) * shortened)
        let factor = min(1.7, max(0.35, 1 + SimulationParameter.staySpread.value * dice.bell()))
        wholeDays = full * factor * traits.stay
        let share = group == .completed ? 1 : shortened * dice.between(0.4, 1.6)
        closedOn = startedOn.adding(days: max(10, Int(wholeDays * min(share, 1.1) + 0.5)))
        adherence = CoursePlan.adherence(group, traits, &dice)
    }

    private static func group(_ traits: SiteTraits, _ dice: inout Dice) -> ClosureGroup {
        guard !dice.chance(SimulationParameter.notCounted.value) else { return .notCounted }
        let completed = SimulationParameter.completed.value + traits.completion
        let lost = SimulationParameter.lackOfEngagement.value
        let placed = SimulationParameter.placed.value
        let point = dice.unit()
        guard point >= completed else { return .completed }
        return (point - completed) * (lost + placed) < lost * (1 - completed) ? .lackOfEngagement : .placed
    }

    /// Of the families at the threshold the mean is 0.85, of the others such that all together have the published mean.
    /// Families that complete are oftener among the former.
    private static func adherence(_ group: ClosureGroup, _ traits: SiteTraits, _ dice: inout Dice) -> Double {
        let share = SimulationParameter.adherentFamilies.value
        let completed = SimulationParameter.completed.value
        let tilt =
            switch group {
            case .completed: 0.2 * (1 - completed)
            case .notCounted: 0.0
            case .lackOfEngagement, .placed: -0.2 * completed
            }
        let high = 0.85
        let low = (SimulationParameter.adherence.value - share * high) / (1 - share)
        return dice.chance(share + traits.adherence + tilt)
            ? dice.between(high - 0.13, high + 0.13) : dice.between(low - 0.09, low + 0.09)
    }
}
