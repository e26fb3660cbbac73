import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

/// What is asked before an ending, with a weekly summary, and of a goal that is not the most pressing.
@Suite struct UsualReviewTests {
    private func close(
        _ course: Course, _ reason: ClosureReasonID = .completed, on number: Int = 120
    ) throws -> [String] {
        try course.model.review(
            .close(Closing(reason: reason)), of: course.facts, with: course.settings, on: Course.day(number)
        ).map(\.code)
    }

    @Test func `history that was imported without goals is closed without a word`() throws {
        #expect(try close(Course()) == [])
    }

    @Test func `completed without a plan and without a word on later help is advised against`() throws {
        var course = try Course()
        course.record(.overarchingGoal, on: 3)
        #expect(try close(course) == ["no-sustainability-plan", "no-onward-help"])
        #expect(try close(course, .moved) == [], "only of what was completed")
        course.record(.onwardHelp, on: 110)
        let plan = course.record(.sustainabilityPlan, on: 115)
        #expect(try close(course) == [])
        course.withdraw(plan, on: 118)
        #expect(try close(course) == ["no-sustainability-plan"])
    }

    @Test func `where the site requires a plan, completed without one is refused`() throws {
        var course = try Course(setting: [.sustainabilityPlan: .choice("required")])
        let refusal = Refusal.modelRule(
            code: "sustainability-plan-required",
            sentence: "closed as completed without a sustainability plan on record; record it first"
        )
        #expect(throws: refusal) { _ = try close(course) }
        #expect(try close(course, .lackOfEngagement) == [])
        course.record(.sustainabilityPlan, on: 115)
        #expect(try close(course) == [])
        let sofar = course
        #expect(throws: refusal) { _ = try close(sofar, on: 114) }
    }

    @Test func `a module that every family needs is missed at the end, of each person for oneself`() throws {
        var course = try Course(of: MSTCAN())
        let carers = [course.join(.carer), course.join(.carer)]
        #expect(try close(course, on: 200) == [], "history that was imported has no modules")
        course.begin("safety-plan", on: 2)
        course.begin("protection-liaison", on: 2)
        for carer in carers { course.begin("clarification", on: 90, about: carer) }
        for place in course.facts.moduleRuns.indices.dropLast() {
            course.facts.moduleRuns[place].until = Course.day(150)
            course.facts.moduleRuns[place].ending = .completed
        }
        let advice = try course.model.review(
            .close(Closing(reason: .completed)), of: course.facts, with: course.settings, on: Course.day(200))
        #expect(
            advice.map(\.sentence) == [
                "'Clarification of the abuse' is for every family and was not completed with 1 of those it is for"
            ]
        )
        #expect(try close(course, on: 149).filter { $0 == "module-not-completed" }.count == 3)
    }

    @Test func `a move home that is planned beyond the phase before it is advised against`() throws {
        let course = try Course(of: MSTFIT())
        func codes(_ planned: Int) throws -> [String] {
            let step = PlannedStep(into: "home", plannedOn: Course.day(planned))
            return try course.model.review(
                .plan(step), of: course.facts, with: course.settings, on: Course.day(10)
            ).map(\.code)
        }
        // Placed for at most four months from 2 March: until 2 July, day 122.
        #expect(try codes(122) == [])
        #expect(try codes(123) == ["planned-beyond-phase"])
    }

    @Test func `a summary is told which goals have no result, and which were missed without a barrier`() throws {
        var course = try Course()
        let goals = (0..<3).map { _ in course.record(.intermediaryGoal, on: 4) }
        course.record(.goalResult, on: 10, [.goal: .link(goals[0]), .result: .choice(.notMet)])
        let summary = RecordedFact(id: FactID(high: 9, low: 9), kind: .weeklySummary)
        let advice = try course.model.review(
            .recordFact(summary), of: course.facts, with: course.settings, on: Course.day(12))
        #expect(
            advice.map(\.sentence) == [
                "goals of week 2 without a result: 2", "goals of week 2 not met, without a barrier: 1",
            ]
        )
    }

    @Test func `under MST-FIT a week's goal goes first to the most pressing target that is open`() throws {
        var course = try Course(of: MSTFIT())
        let harm = course.record(.overarchingGoal, on: 1, ["target": .choice("self-harm")])
        let life = course.record(.overarchingGoal, on: 1, ["target": .choice("quality-of-life")])
        func advice(_ goal: FactID, on number: Int) throws -> [Advisory] {
            let fact = RecordedFact(
                id: FactID(high: 9, low: 9), kind: .intermediaryGoal, fields: [.goal: .link(goal)])
            return try course.model.review(
                .recordFact(fact), of: course.facts, with: course.settings, on: Course.day(number))
        }
        #expect(try advice(harm, on: 5) == [])
        #expect(try advice(life, on: 5).map(\.code) == ["lower-target-first"])
        course.record(.goalReview, on: 30, [.goal: .link(harm), .status: .choice(.met)])
        #expect(try advice(life, on: 29).count == 1)
        #expect(try advice(life, on: 30) == [])
    }
}
