import CivilDate
import Intervention
import StandardMST
import Testing

/// The week's summary is made from what is on record: next week's goals become last week's.
@Suite struct WeeklySummaryTests {
    /// A goal of treatment, with a driver, and a goal for the second week that was set on the fifth day.
    private func begun() throws -> (course: Course, goal: FactID, weekGoal: FactID) {
        var course = try Course()
        let behaviour = course.record(.referralBehaviour, on: 1)
        let goal = course.record(.overarchingGoal, on: 2, [.behaviour: .link(behaviour)])
        let fit = course.record(.fitCircle, on: 3, [.kind: .choice("problem")])
        let driver = course.record(.driver, on: 3, [.fit: .link(fit), .prioritised: .answer(.yes)])
        let weekGoal = course.record(.intermediaryGoal, on: 5, [.driver: .link(driver), .goal: .link(goal)])
        course.record(.intervention, on: 5, [.goal: .link(weekGoal)])
        return (course, goal, weekGoal)
    }

    private func summary(_ course: Course, _ week: Int, through day: Int) throws -> WeeklySummary {
        let week = try #require(TreatmentWeek(week))
        return try #require(
            course.model.weeklySummary(
                of: course.facts, week: week, with: course.settings, through: Course.day(day)
            )
        )
    }

    @Test func `what is set for next week is last week's a week later`() throws {
        let (course, goal, weekGoal) = try begun()
        let first = try summary(course, 1, through: 6)
        #expect(first.goals.map(\.goal.fact.id) == [goal])
        #expect(first.fits.map(\.fact.kind) == [.fitCircle, .driver])
        #expect(first.lastWeek.isEmpty)
        #expect(first.nextWeek.map(\.goal.fact.id) == [weekGoal])
        #expect(first.nextWeek.first?.interventions.count == 1)
        let second = try summary(course, 2, through: 13)
        #expect(second.lastWeek.map(\.goal.fact.id) == [weekGoal])
        #expect(second.nextWeek.isEmpty)
        #expect(second.lastWeek.first?.result == nil)
    }

    @Test func `a goal that names its week is of that week`() throws {
        let (first, goal, _) = try begun()
        var course = first
        let late = course.record(.intermediaryGoal, on: 7, [.goal: .link(goal), .weekOf: .day(Course.day(8))])
        #expect(try summary(course, 2, through: 10).lastWeek.map(\.goal.fact.id).contains(late))
        #expect(try summary(course, 3, through: 20).lastWeek.isEmpty)
    }

    @Test func `a goal that was not met needs a barrier`() throws {
        let (first, _, weekGoal) = try begun()
        var course = first
        course.record(.goalResult, on: 12, [.goal: .link(weekGoal), .result: .choice(.notMet)])
        #expect(try summary(course, 2, through: 12).unexplained.map(\.goal.fact.id) == [weekGoal])
        #expect(try summary(course, 2, through: 11).unexplained.isEmpty)
        course.record(.barrier, on: 13, [.goal: .link(weekGoal)])
        let second = try summary(course, 2, through: 13)
        #expect(second.unexplained.isEmpty)
        #expect(second.barriers.count == 1)
    }

    @Test func `a goal of treatment stands as it was last reviewed, and is met since the first such review in a row`()
        throws
    {
        let (first, goal, _) = try begun()
        var course = first
        for (day, word) in [(20, "met"), (34, "partly"), (41, "met"), (48, "met")] as [(Int, ChoiceCode)] {
            course.record(.goalReview, on: day, [.goal: .link(goal), .status: .choice(word)])
        }
        let before = try summary(course, 2, through: 60).goals.first
        #expect(before?.status == .open)
        let after = try summary(course, 7, through: 60).goals.first
        #expect(after?.status == .met)
        #expect(after?.metSince == Course.day(41))
        #expect(try summary(course, 5, through: 60).goals.first?.metSince == nil)
    }

    @Test func `it says what became of the summary itself`() throws {
        var course = try begun().course
        course.record(.weeklySummary, on: 6)
        #expect(try summary(course, 1, through: 30).standing == .met(on: Course.day(6)))
        #expect(try summary(course, 2, through: 30).standing == .missed)
    }

    @Test func `weeks are counted from the first session`() {
        #expect(TreatmentWeek(of: Course.day(-1), since: Course.day(0)) == nil)
        #expect(
            [0, 6, 7, 13, 14].map { TreatmentWeek(of: Course.day($0), since: Course.day(0))?.number } == [
                1, 1, 2, 2, 3,
            ])
        #expect(TreatmentWeek(0) == nil)
        #expect(TreatmentWeek(2)?.lastDay(since: Course.day(0)) == Course.day(13))
    }
}
