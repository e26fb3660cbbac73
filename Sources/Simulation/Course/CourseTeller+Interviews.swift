import CivilDate
import EpisodeStore
import Intervention

extension CourseTeller {
    /// The monthly adherence interviews, as they were held or attempted.
    mutating func tellInterviews(_ course: CoursePlan, _ entries: [CivilDate], notBefore evening: CivilDate) {
        var due = course.startedOn.adding(days: design.interviewFirstAfter)
        while due <= course.closedOn {
            let isLate = dice.chance(SimulationParameter.interviewsLate.value)
            let day = due.adding(days: isLate ? dice.whole(7...20) : dice.whole(0...6))
            let isAway = design.beginsAway && (entries.count < design.steps.count || day < entries[entries.count - 1])
            let interview = interview(adherence: course.adherence, isAway: isAway)
            let author = interview.collector == .callCentre ? Codes.callCentre : Codes.interviewer
            jot(
                .recordInterview(interview), on: min(day, course.closedOn), notBefore: evening, by: author, .interview)
            due = due.adding(days: design.interviewEvery)
        }
    }

    private mutating func interview(adherence: Double, isAway: Bool) -> Interview {
        let isByStaff = dice.chance(0.15)
        let collector = isByStaff ? Collector.staff(Codes.interviewer.recordedBy) : .callCentre
        var interview = Interview(
            id: dice.id(), instrument: design.instrument, result: .completed, collector: collector,
            respondent: respondent(isAway: isAway), response: nil
        )
        let point = dice.unit()
        let collected = SimulationParameter.interviewsCollected.value
        guard point < collected else {
            interview.result = point < collected + SimulationParameter.interviewsRefused.value ? .refused : .unreachable
            interview.respondent = nil
            return interview
        }
        let isFlawed = dice.chance(SimulationParameter.interviewsFlawed.value)
        if let items = design.items, isByStaff || (isFlawed && dice.chance(0.5)) {
            interview.response = .items(self.items(items, adherence, answered: isFlawed ? 0.5 : 0.97))
        } else {
            interview.response = score(adherence).map(Interview.Response.score)
            if isFlawed { interview.respondent = .other }
        }
        return interview
    }

    private mutating func items(_ count: Int, _ adherence: Double, answered: Double) -> [Interview.ItemScore] {
        (0..<count).map { _ in
            let isOne = dice.chance(adherence)
            return dice.chance(answered) ? (isOne ? .one : .zero) : .notAnswered
        }
    }

    /// What a call centre computes: of as many items as the instrument has, 28 where nobody but its owner knows.
    private mutating func score(_ adherence: Double) -> AdherenceScore? {
        let count = design.items ?? 28
        var ones = 0
        for _ in 0..<count where dice.chance(adherence) { ones += 1 }
        return AdherenceScore(counted: ones, ofAnswered: count)
    }

    private mutating func respondent(isAway: Bool) -> Respondent {
        let wanted = isAway && dice.chance(0.5) ? Respondent.keyWorker : dice.pick(Choices.respondents)
        return design.respondents.contains(wanted) ? wanted : .carer
    }
}
