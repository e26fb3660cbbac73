import CivilDate
import Intervention
import MSTCAN
import Testing

/// When the safety plan of a family in MST-CAN is whole.
@Suite struct SafetyPlanTests {
    private let model = MSTCAN()

    /// A course with a plan of day 1 that the mother signed, that the child has, and that was shared.
    private func withPlan() throws -> (course: Course, plan: FactID, mother: FactSubject) {
        var course = try Course(of: model)
        let mother = course.join(.carer)
        let plan = course.record("safety-plan", on: 1)
        sign(plan, on: 2, by: mother, in: &course)
        return (course, plan, mother)
    }

    private func sign(_ plan: FactID, on day: Int, by mother: FactSubject, in course: inout Course) {
        let fields: [FieldKey: FactValue] = ["plan": .link(plan)]
        course.record("safety-plan-signed", on: day, fields, about: mother)
        course.record("safety-plan-child", on: day, fields, about: .index)
        course.record("safety-plan-shared", on: day, fields)
    }

    private func isWhole(_ course: Course, on day: Int) throws -> Bool {
        let done = try #require(model.modules.first { $0.key == "safety-plan" }?.doneWhen)
        return done.holds(
            in: ConditionContext(
                course.facts, settings: course.settings, trackers: model.trackers, on: Course.day(day)))
    }

    @Test func `a new plan does not inherit the signatures of the old one`() throws {
        var (course, _, mother) = try withPlan()
        #expect(try !isWhole(course, on: 1))
        #expect(try isWhole(course, on: 2))
        let new = course.record("safety-plan", on: 20)
        #expect(try isWhole(course, on: 19))
        #expect(try !isWhole(course, on: 20))
        sign(new, on: 22, by: mother, in: &course)
        #expect(try !isWhole(course, on: 21))
        #expect(try isWhole(course, on: 22))
    }

    @Test func `a signature under a plan that was withdrawn is none, and the plan before it is current again`() throws {
        var (course, plan, _) = try withPlan()
        let new = course.record("safety-plan", on: 20)
        course.withdraw(new, on: 25)
        #expect(try !isWhole(course, on: 24))
        #expect(try isWhole(course, on: 25))
        course.withdraw(plan, on: 30)
        #expect(try !isWhole(course, on: 30))
    }

    @Test func `each part of the plan is asked for under the plan in force`() throws {
        for part in ["safety-plan-signed", "safety-plan-child", "safety-plan-shared"] as [FactKind] {
            var (course, old, mother) = try withPlan()
            let new = course.record("safety-plan", on: 20)
            sign(new, on: 20, by: mother, in: &course)
            #expect(try isWhole(course, on: 20))
            for place in course.facts.facts.indices where course.facts.facts[place].fact.kind == part {
                course.facts.facts[place].fact.fields["plan"] = .link(old)
            }
            #expect(try !isWhole(course, on: 20), "\(part)")
        }
    }
}
