import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// Tells one episode from referral to follow-up, as the dice have it. What comes of it for the child is told to the
/// child's own life.
struct CourseTeller {
    let setting: StorySetting
    var dice: Dice
    var life: ChildLife
    private(set) var diary = Diary<EpisodeCommand>()
    /// The evening on which the last step was written down: steps are written down in their order.
    private var latest: CivilDate
    /// The day from which another therapist has the family; nil when none took over.
    var changedOn: CivilDate?

    init(_ setting: StorySetting, life: ChildLife, dice: Dice) {
        self.setting = setting
        self.life = life
        self.dice = dice
        latest = CivilDate(dayNumber: 0)
    }

    var design: CourseDesign { setting.design }

    /// Tells the episode.
    /// - Returns: the day on which it was over: declined, closed, or closed before it began.
    mutating func tell(_ referral: Referral, on day: CivilDate) -> CivilDate {
        step(.refer(referral), on: day, by: setting.supervisor, .beginning)
        let decidedOn = day.adding(days: span(.decisionAfter, from: 2))
        guard !dice.chance(SimulationParameter.declined.value + setting.site.traits.declining) else {
            step(
                .screen(Screening(.declined(dice.pick(Choices.declining)))), on: decidedOn, by: setting.supervisor,
                .decision)
            life.tellDeclined(on: decidedOn, &dice)
            return decidedOn
        }
        step(.screen(Screening(.accepted)), on: decidedOn, by: setting.supervisor, .decision)
        let allocatedOn = decidedOn.adding(days: span(.allocationAfter, from: 0))
        allocate(setting.therapist, on: allocatedOn)
        guard !dice.chance(SimulationParameter.neverStarted.value) else { return closeUnstarted(after: allocatedOn) }
        let startedOn = allocatedOn.adding(days: span(.startAfter, from: 1))
        step(.startTreatment, on: startedOn, by: setting.therapist, .start)
        let course = CoursePlan(design, setting.site.traits, from: startedOn, dice: &dice)
        tellTreatment(course)
        return course.closedOn
    }

    /// Writes a step down: never before the one that it follows.
    @discardableResult
    mutating func step(_ command: EpisodeCommand, on day: CivilDate, by author: Author, _ turn: Turn) -> Int {
        latest = max(latest, day.adding(days: Choices.stepDelay(&dice)))
        return diary.add(command, on: day, known: latest, by: author, turn)
    }

    /// Writes down something that no step waits for; sometimes days late.
    @discardableResult
    mutating func jot(
        _ command: EpisodeCommand, on day: CivilDate, notBefore evening: CivilDate, by author: Author, _ turn: Turn
    ) -> Int {
        let known = max(day.adding(days: Choices.noteDelay(&dice)), evening)
        return diary.add(command, on: day, known: known, by: author, turn)
    }

    /// The evening on which the last step was written down.
    var lastStepKnown: CivilDate { latest }

    /// Who has the family on a day.
    func therapist(on day: CivilDate) -> Author {
        changedOn.map { $0 <= day } ?? false ? setting.successor : setting.therapist
    }

    mutating func allocate(_ therapist: Author, on day: CivilDate) {
        let allocation = Allocation(team: setting.team.id, therapist: therapist.recordedBy)
        step(.allocate(allocation), on: day, by: setting.supervisor, .allocation)
    }

    /// Corrects a note weeks after it was written.
    mutating func correct(_ note: Int, with command: EpisodeCommand, by author: Author) {
        let old = diary.notes[note]
        let known = old.known.adding(days: dice.whole(9...60))
        diary.add(command, on: old.on, known: known, by: author, old.turn, correcting: note)
    }

    private mutating func closeUnstarted(after day: CivilDate) -> CivilDate {
        let closedOn = day.adding(days: dice.whole(5...40))
        let reason = reason(.notCounted)
        let answers = Dictionary(uniqueKeysWithValues: design.outcomes.map { ($0, Answer.unknown) })
        step(.close(Closing(reason: reason, outcomes: answers)), on: closedOn, by: setting.supervisor, .closing)
        return closedOn
    }

    /// One of the model's reasons of a group.
    mutating func reason(_ group: ClosureGroup) -> ClosureReasonID {
        let reasons = design.reasons[group] ?? []
        return reasons.isEmpty ? .other : reasons[dice.whole(0...(reasons.count - 1))]
    }

    /// Days around an average: from `least` to twice the average less `least`.
    private mutating func span(_ average: SimulationParameter, from least: Int) -> Int {
        dice.whole(least...max(least, 2 * Int(average.value) - least))
    }
}
