import CivilDate
import EpisodeStore
import Intervention

extension CourseTeller {
    /// Tells what lies between first session and follow-up.
    mutating func tellTreatment(_ course: CoursePlan) {
        let began = lastStepKnown
        let entries = tellPhases(course)
        tellReallocation(course)
        let contacts = tellContacts(course, entries, notBefore: began)
        tellInterviews(course, entries, notBefore: began)
        let outcomes = answers(course.group, at: course)
        let closing = Closing(reason: reason(course.group), outcomes: outcomes)
        let author = therapist(on: course.closedOn)
        let closed = step(.close(closing), on: course.closedOn, by: author, .closing)
        let movedHome = design.beginsAway && entries.count == design.steps.count ? entries.last : nil
        life.tellTreatment(course, outcomes, movedHomeOn: movedHome, beganAway: design.beginsAway, dice: &dice)
        tellFollowUps(course)
        guard dice.chance(SimulationParameter.corrected.value) else { return }
        correctSomething(closing, closed, contacts, by: author)
    }

    /// The days on which each phase was entered for good, as far as the course came.
    private mutating func tellPhases(_ course: CoursePlan) -> [CivilDate] {
        var entries = [course.startedOn]
        var reached = 0.0
        for place in design.steps.indices.dropFirst() {
            reached += design.steps[place - 1].share
            let day = course.startedOn.adding(days: Int(reached * course.wholeDays + 0.5))
            let last = entries[entries.count - 1]
            plan(design.steps[place].phase, for: day, from: last, until: course.closedOn)
            guard day > last, day < course.closedOn else { break }
            step(.enterPhase(design.steps[place].phase), on: day, by: setting.therapist, .phase)
            entries.append(takeBack(from: place, enteredOn: day, course) ?? day)
        }
        return entries
    }

    /// Plans the step into a phase; one that slips is planned anew.
    private mutating func plan(_ phase: PhaseID, for day: CivilDate, from last: CivilDate, until end: CivilDate) {
        let slips = dice.chance(SimulationParameter.slipped.value)
        let first = slips ? max(last, day.adding(days: -21)) : day
        step(.plan(PlannedStep(into: phase, plannedOn: max(last, first))), on: last, by: setting.therapist, .plan)
        let anew = day.adding(days: -14)
        guard slips, anew > last, anew < end else { return }
        step(.plan(PlannedStep(into: phase, plannedOn: day)), on: anew, by: setting.therapist, .plan)
    }

    /// Now and then a step is taken too early: back, and forward again.
    private mutating func takeBack(from place: Int, enteredOn day: CivilDate, _ course: CoursePlan) -> CivilDate? {
        guard design.steps[place].leadsBack, dice.chance(SimulationParameter.setBack.value) else { return nil }
        let back = day.adding(days: dice.whole(4...9))
        let again = back.adding(days: dice.whole(4...9))
        let next = day.adding(days: Int(design.steps[place].share * course.wholeDays))
        guard again < course.closedOn, again < next else { return nil }
        step(.enterPhase(design.steps[place - 1].phase), on: back, by: setting.therapist, .phase)
        step(.enterPhase(design.steps[place].phase), on: again, by: setting.therapist, .phase)
        return again
    }

    /// Now and then another therapist takes over on the way.
    private mutating func tellReallocation(_ course: CoursePlan) {
        let days = course.startedOn.days(until: course.closedOn)
        guard days > 40, setting.successor != setting.therapist,
            dice.chance(SimulationParameter.reallocated.value)
        else { return }
        let day = course.closedOn.adding(days: -dice.whole(7...min(days - 20, 60)))
        allocate(setting.successor, on: day)
        changedOn = day
    }

    /// The answers at closing. Who was placed does not live at home.
    private mutating func answers(_ group: ClosureGroup, at course: CoursePlan) -> [OutcomeKey: Answer] {
        let unknown: SimulationParameter = group.hadOpportunity ? .unknownAnswer : .unknownWithoutOpportunity
        var answers: [OutcomeKey: Answer] = [:]
        for key in design.outcomes {
            let isKnown = !dice.chance(unknown.value + setting.site.traits.unknown)
            let isYes = dice.chance(yes(key, group))
            answers[key] = isKnown ? (isYes ? .yes : .no) : .unknown
        }
        return answers
    }

    /// How likely an outcome is answered with yes at this site.
    private func yes(_ key: OutcomeKey, _ group: ClosureGroup) -> Double {
        Choices.yes(key, group) + (key == .noNewArrests ? setting.site.traits.arrests : 0)
    }

    private mutating func tellFollowUps(_ course: CoursePlan) {
        for month in FollowUpMonth.allCases {
            let day = course.closedOn.adding(months: month.rawValue).adding(days: dice.whole(0...21))
            let point = dice.unit()
            let collected = SimulationParameter.followedUp.value
            guard point < collected else {
                let isRefused = point < collected + SimulationParameter.followUpRefused.value
                let followUp = FollowUp(month: month, status: isRefused ? .refused : .unreachable)
                step(.followUp(followUp), on: day, by: Codes.office, .followUp)
                continue
            }
            var answers: [OutcomeKey: Answer] = [:]
            for key in design.outcomes {
                let yes = key == .atHome ? SimulationParameter.atHomeLater.value : Choices.yes(key, .completed)
                answers[key] = dice.chance(yes) ? .yes : .no
            }
            step(
                .followUp(FollowUp(month: month, status: .collected, outcomes: answers)), on: day, by: Codes.office,
                .followUp)
        }
    }

    /// An answer that became known later, or a contact whose minutes were noted wrongly.
    private mutating func correctSomething(_ closing: Closing, _ closed: Int, _ contacts: [Int], by author: Author) {
        if let unknown = design.outcomes.first(where: { closing.outcomes[$0] == .unknown }) {
            var mended = closing
            mended.outcomes[unknown] = dice.chance(yes(unknown, .completed)) ? .yes : .no
            correct(closed, with: .close(mended), by: author)
        } else if let note = contacts.last, case .recordContact(var contact) = diary.notes[note].command {
            contact.minutes = Minutes(dice.whole(1...8) * 15)
            correct(note, with: .recordContact(contact), by: author)
        }
    }
}
