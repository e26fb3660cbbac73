import CivilDate
import Intervention

extension ChildLife {
    /// What social care provided in the two years before a referral. A plan of one kind does not run beside the other.
    mutating func tellProvision(before day: CivilDate, _ design: CourseDesign, _ dice: inout Dice) {
        guard dice.chance(SimulationParameter.provisionBefore.value) else { return }
        let isProtected = dice.chance(design.isWholeFamily ? 0.85 : 0.15)
        guard isProtected else {
            inNeed.add(.childInNeed, from: day.adding(days: -dice.whole(40...700)))
            return
        }
        let from = day.adding(days: -dice.whole(15...170))
        if dice.chance(0.5) {
            inNeed.add(.childInNeed, from: from.adding(days: -dice.whole(60...400)), until: from)
        }
        protection.add(.childProtection, from: from)
    }

    /// What social care provides in the year after the end of treatment: as many children have some as were found to.
    mutating func tellProvision(after day: CivilDate, livesAway: Bool, _ dice: inout Dice) {
        let away = 1 - SimulationParameter.atHome.value
        let share = (SimulationParameter.provisionAfter.value - away) / (1 - away)
        guard livesAway || dice.chance(share) else {
            let end = day.adding(days: -dice.whole(0...20))
            protection.end(on: end)
            inNeed.end(on: end)
            lookedAfter.end(on: end)
            return
        }
        let later = day.adding(days: dice.whole(25...420))
        if protection.lasts(on: day) {
            protection.end(on: later)
        } else if inNeed.lasts(on: day) {
            inNeed.end(on: later)
        } else if !livesAway {
            inNeed.add(.childInNeed, from: day.adding(days: dice.whole(3...150)), until: later.adding(days: 160))
        }
    }

    /// After a referral that came to nothing, what social care provides ends some day.
    mutating func tellDeclined(on day: CivilDate, _ dice: inout Dice) {
        let end = day.adding(days: dice.whole(40...500))
        protection.end(on: end)
        inNeed.end(on: end)
    }
}
