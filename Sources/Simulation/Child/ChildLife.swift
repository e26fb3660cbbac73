import CivilDate
import Intervention

/// What happens to a child beside the treatment: where it lives, what social care provides, school, offences.
struct ChildLife: Sendable {
    let sketch: ChildSketch
    var placements = Spans<PlacementSetting>()
    /// By kind, since help of two kinds may overlap.
    var inNeed = Spans<ProvisionKind>()
    var protection = Spans<ProvisionKind>()
    var lookedAfter = Spans<ProvisionKind>()
    var schooling: [(on: CivilDate, status: SchoolStatus)] = []
    var offences: [(on: CivilDate, kind: OffenceKind)] = []
    let registeredOn: CivilDate

    /// The life of a child that is referred for the first time, with what is told about the two years before.
    init(_ sketch: ChildSketch, referredOn day: CivilDate, design: CourseDesign, dice: inout Dice) {
        self.sketch = sketch
        registeredOn = day
        tellProvision(before: day, design, &dice)
        if design.beginsAway {
            let from = day.adding(days: -dice.whole(60...400))
            place(dice.pick(ChildChoices.away), from: from, until: nil)
        } else if dice.chance(SimulationParameter.placedBefore.value) {
            let from = day.adding(days: -dice.whole(200...600))
            place(dice.pick(ChildChoices.away), from: from, until: from.adding(days: dice.whole(20...160)))
        }
        schooling.append((day, dice.pick(ChildChoices.schoolBefore)))
        if dice.chance(0.45) { offend(on: day.adding(days: -dice.whole(10...360)), &dice) }
    }

    /// Tells what became of the child through a treatment, in agreement with what was answered at its end.
    mutating func tellTreatment(
        _ course: CoursePlan, _ outcomes: [OutcomeKey: Answer], movedHomeOn home: CivilDate?, beganAway: Bool,
        dice: inout Dice
    ) {
        let (start, end) = (course.startedOn, course.closedOn)
        let days = max(1, start.days(until: end))
        if let home { comeHome(on: home) }
        if outcomes[.noNewArrests] == .no { offend(on: start.adding(days: dice.whole(0...(days - 1))), &dice) }
        if dice.chance(0.35) {
            schooling.append((start.adding(days: dice.whole(0...(days - 1))), dice.pick(ChildChoices.schoolBefore)))
        }
        switch outcomes[.inSchoolOrWork] {
        case .yes: schooling.append((end, dice.pick(ChildChoices.schoolYes)))
        case .no: schooling.append((end, dice.pick(ChildChoices.schoolNo)))
        default: break
        }
        let livesAway = outcomes[.atHome] == .no
        if livesAway, !placements.lasts(on: end) {
            let from = end.adding(days: -dice.whole(0...min(12, days - 1)))
            let setting = course.group == .placed ? dice.pick(ChildChoices.placed) : dice.pick(ChildChoices.away)
            place(setting, from: from, until: from.adding(days: dice.whole(45...500)))
        } else if !livesAway, outcomes[.atHome] == .yes {
            comeHome(on: end)
        }
        tellProvision(after: end, livesAway: livesAway, &dice)
    }

    /// A spell away from home. Whoever is in custody is not looked after for that alone.
    mutating func place(_ setting: PlacementSetting, from day: CivilDate, until end: CivilDate?) {
        placements.add(setting, from: day, until: end)
        guard !setting.isCustody, setting != .kin else { return }
        lookedAfter.add(.lookedAfter, from: day, until: end)
    }

    /// The child comes home, if it was away.
    private mutating func comeHome(on day: CivilDate) {
        guard placements.lasts(on: day) else { return }
        placements.end(on: day)
        lookedAfter.end(on: day)
    }

    private mutating func offend(on day: CivilDate, _ dice: inout Dice) {
        offences.append((day, dice.pick(ChildChoices.offences)))
        if dice.chance(0.3) { offences.append((day.adding(days: 1), dice.pick(ChildChoices.offences))) }
    }
}
