import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

/// What a model's duties, modules and trackers make of an episode, on worked days.
@Suite struct DeclaredObligationTests {
    @Test func `a weekly summary is owed for each week, and can be handed in three days late`() throws {
        var course = try Course()
        #expect(course.owed("weekly-summary", through: 0) == ["7 open"])
        course.record(.weeklySummary, on: 5)
        course.record(.weeklySummary, on: 16)
        #expect(course.owed("weekly-summary", through: 7) == ["7 met"])
        #expect(course.owed("weekly-summary", through: 15) == ["7 met", "14 open", "21 open"])
        #expect(course.owed("weekly-summary", through: 17) == ["7 met", "14 met", "21 open"])
        #expect(course.owed("weekly-summary", through: 25) == ["7 met", "14 met", "21 missed", "28 open"])
    }

    @Test func `one summary meets one week, the earliest that is open`() throws {
        var course = try Course()
        course.record(.weeklySummary, on: 8)
        #expect(course.owed("weekly-summary", through: 9) == ["7 met", "14 open"])
        course.record(.weeklySummary, on: 9)
        #expect(course.owed("weekly-summary", through: 9) == ["7 met", "14 met"])
    }

    @Test func `a week after the closing is not required, and nothing is owed of an episode recorded elsewhere`() throws
    {
        var course = try Course()
        course.record(.weeklySummary, on: 6)
        course.close(on: 10)
        #expect(course.owed("weekly-summary", through: 40) == ["7 met", "14 not-required"])
        course.facts.facts = []
        #expect(course.owed("weekly-summary", through: 40) == [])
        #expect(course.owed("weekly-summary", through: 9) == ["7 open", "14 open"], "before the closing it was owed")
    }

    @Test func `a late summary is told until one is handed in, also once its week can no longer be met`() throws {
        var course = try Course()
        func late(_ day: Int) -> Alert? { course.alerts(on: day).first { $0.code == "weekly-summary-late" } }
        #expect(course.codes(on: 7) == [])
        #expect(late(8)?.sentence == "'Weekly case summary' was due on 2026-03-09 and is not on record")
        // Three days late is the most: from day 11 on the first week is missed.
        #expect(late(11)?.since == Course.day(8))
        #expect(
            late(11)?.sentence == "'Weekly case summary' is not on record; missed: 1, the first due on 2026-03-09")
        #expect(
            late(15)?.sentence == "'Weekly case summary' is not on record; missed: 1, the first due on 2026-03-09; the "
                + "one due on 2026-03-16 can still be recorded")
        course.record(.weeklySummary, on: 16)
        #expect(late(15) != nil)
        #expect(late(16) == nil)
        #expect(late(24) == nil || late(24)?.since == Course.day(22))
        #expect(
            late(26)?.sentence
                == "'Weekly case summary' was last on record on 2026-03-18; missed since: 1, the first due "
                + "on 2026-03-23")
        course.close(on: 27)
        #expect(late(27) == nil)
    }

    @Test func `a safety plan is owed within three days and is urgent from the fourth`() throws {
        var course = try Course(of: MSTCAN())
        #expect(course.owed("safety-plan", through: 1) == ["3 open"])
        #expect(!course.codes(on: 3).contains("safety-plan-late"))
        let alert = try #require(course.alerts(on: 4).first { $0.code == "safety-plan-late" })
        #expect(alert.urgency == .urgent)
        #expect(alert.since == Course.day(4))
        #expect(alert.sentence == "'Safety plan' was due on 2026-03-05 and is not on record")
        course.record("safety-plan", on: 5)
        #expect(course.owed("safety-plan", through: 4) == ["3 open"], "what came later changes nothing before")
        #expect(course.owed("safety-plan", through: 5) == ["3 met"])
        #expect(!course.codes(on: 5).contains("safety-plan-late"))
    }

    @Test func `reviews are owed weekly from the plan on, and within a day of an event`() throws {
        var course = try Course(of: MSTCAN())
        #expect(course.owed("safety-review", through: 30) == [])
        course.record("safety-plan", on: 2)
        course.record("safety-review", on: 9)
        #expect(course.owed("safety-review", through: 17) == ["9 met", "16 open", "23 open"])
        course.record("safety-event", on: 17, [.kind: .choice("violence")])
        #expect(course.owed("safety-review-after-event", through: 17) == ["18 open"])
        #expect(course.codes(on: 19).contains("safety-review-after-event-late"))
        course.record("safety-review", on: 19)
        #expect(course.owed("safety-review-after-event", through: 19) == ["18 met"])
        #expect(course.owed("safety-review", through: 19) == ["9 met", "16 missed", "23 met"])
    }

    @Test func `tests are owed by substance while a schedule holds, of each adult alone`() throws {
        var course = try Course(of: MSTCAN())
        let (mother, father) = (course.join(.carer), course.join(.carer))
        let weekly = course.record(
            "testing-schedule", on: 10, ["substance": .choice("cannabis")], about: mother)
        course.record("testing-schedule", on: 10, ["substance": .choice("cocaine")], about: father)
        course.record(
            "drug-test", on: 16, ["substance": .choice("cannabis"), .result: .choice("negative")], about: mother)
        #expect(course.owed("test-cannabis", through: 20, about: mother) == ["17 met", "24 open"])
        #expect(course.owed("test-cannabis", through: 20, about: father) == [])
        #expect(course.owed("test-cocaine", through: 12, about: father) == ["11 missed", "12 open"])
        course.withdraw(weekly, on: 22)
        #expect(course.owed("test-cannabis", through: 50, about: mother) == ["17 met"])
    }

    @Test func `each substance of a schedule owes its own tests, by its own days`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        for (substance, day) in [("opioids", 10), ("alcohol", 30)] as [(ChoiceCode, Int)] {
            course.record("testing-schedule", on: day, ["substance": .choice(substance)], about: mother)
        }
        course.record(
            "drug-test", on: 32, ["substance": .choice("opioids"), .result: .choice("negative")], about: mother)
        let opioids = course.owed("test-opioids", through: 32, about: mother)
        #expect(
            opioids == [
                "13 missed", "16 missed", "19 missed", "22 missed", "25 missed", "28 missed", "31 missed", "34 met",
            ])
        #expect(course.owed("test-alcohol", through: 32, about: mother) == ["33 open"])
        #expect(course.owed("test-alcohol", through: 34, about: mother) == ["33 missed", "36 open"])
        #expect(course.owed("test-other", through: 34, about: mother) == [])
    }

    @Test func `a missed test leaves its day missed, a refused one does not`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        course.record("testing-schedule", on: 0, ["substance": .choice("cocaine")], about: mother)
        for (day, result) in [(1, "missed"), (2, "refused"), (3, "negative")] as [(Int, ChoiceCode)] {
            course.record(
                "drug-test", on: day, ["substance": .choice("cocaine"), .result: .choice(result)], about: mother)
        }
        #expect(course.owed("test-cocaine", through: 3) == ["1 missed", "2 met", "3 met"])
    }

    @Test func `a module that every family needs is owed of each carer from the day of joining`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        let stepfather = course.join(.carer, from: 40, until: 60)
        #expect(course.owed("module-clarification", through: 50, about: mother) == ["120 open"])
        #expect(course.owed("module-clarification", through: 50, about: stepfather) == ["160 open"])
        #expect(course.owed("module-clarification", through: 60, about: stepfather) == [], "who left owes nothing")
        course.begin("clarification", on: 90, about: mother)
        #expect(course.owed("module-clarification", through: 89, about: mother) == ["120 open"])
        #expect(course.owed("module-clarification", through: 90, about: mother) == ["120 met"])
    }

    @Test func `a module is owed from the day that the need was found`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        #expect(course.owed("module-substance-use", through: 29) == [])
        course.record(
            "screen", on: 30, [.of: .choice("substance"), .result: .choice("present")], about: mother)
        #expect(course.owed("module-substance-use", through: 29) == [])
        #expect(course.owed("module-substance-use", through: 30) == ["58 open"])
        #expect(course.codes(on: 59).contains("module-substance-use-late"))
        course.close(on: 70)
        #expect(course.owed("module-substance-use", through: 71) == ["58 missed"])
    }

    @Test func `a supervisor's signature is owed until it is given`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        course.begin("anger", on: 20, about: mother)
        #expect(course.owed("countersignature", through: 30) == [])
        course.begin("anger", on: 30, about: mother, unmet: ["safety-plan"])
        #expect(course.owed("countersignature", through: 37) == ["37 open"])
        #expect(course.codes(on: 38).contains("countersignature-late"))
        course.facts.moduleRuns[1].countersigned = (by: try #require(StaffCode("s-1")), on: Course.day(40))
        #expect(course.owed("countersignature", through: 39) == ["37 open"])
        #expect(course.owed("countersignature", through: 40) == ["37 met"])
    }

    @Test func `a pressing state of a tracker is told from its day, of each person by role`() throws {
        var course = try Course(of: MSTCAN())
        let mother = course.join(.carer)
        course.move("relapse", to: "lapse", on: 20, about: mother)
        course.move("relapse", to: "out-of-home", on: 21, about: mother)
        course.move("relapse", to: "cleared", on: 25, about: mother)
        course.move("relapse", to: "sober", on: 26, about: mother)
        let alert = try #require(course.alerts(on: 20).first { $0.code == "relapse-lapse" })
        #expect(alert.urgency == .urgent)
        #expect(alert.sentence == "'Relapse agreement' (carer) is 'Lapse, still at home'")
        #expect(course.codes(on: 22).contains("relapse-out-of-home"))
        #expect(course.codes(on: 25).contains("relapse-cleared"))
        #expect(!course.codes(on: 26).contains { $0.hasPrefix("relapse") })
        #expect(!course.codes(on: 19).contains { $0.hasPrefix("relapse") })
    }

    @Test func `of one day, only a review that was entered after the event meets what the event calls for`() throws {
        var course = try Course(of: MSTCAN())
        course.record("safety-plan", on: 2)
        course.record("safety-review", on: 17)
        course.record("safety-event", on: 17, [.kind: .choice("violence")])
        #expect(course.owed("safety-review-after-event", through: 17) == ["18 open"])
        course.record("safety-review", on: 17)
        #expect(course.owed("safety-review-after-event", through: 17) == ["18 met"])
    }

    @Test func `of one day, violence is reviewed only by what was entered after it`() throws {
        var course = try Course(of: MSTCAN())
        let isReviewed = Condition.recorded(FactTest("safety-review", whose: .anybody, sinceLast: "safety-event"))
        func holds(on number: Int) -> Bool {
            isReviewed.holds(
                in: ConditionContext(
                    course.facts, settings: course.settings, trackers: course.model.trackers, on: Course.day(number)))
        }
        course.record("safety-review", on: 17)
        #expect(holds(on: 17))
        course.record("safety-event", on: 17, [.kind: .choice("violence")])
        #expect(!holds(on: 17))
        course.record("safety-review", on: 17)
        #expect(holds(on: 17))
        #expect(!holds(on: 16))
    }

    @Test func `what was not due when its phase was left stays, met or not required`() throws {
        var course = try Course(of: MSTFIT())
        course.record("skills-session", on: 6)
        course.record("skills-session", on: 9)
        course.enter("transition", on: 17)
        #expect(course.owed("skills", through: 16) == ["7 met", "14 met", "21 open"])
        #expect(course.owed("skills", through: 17) == ["7 met", "14 met", "21 not-required"])
        course.enter("home", on: 24)
        #expect(course.owed("transition-plan", through: 24).map { $0.suffix(12) } == ["not-required"])
        course.facts.facts.removeAll { $0.fact.kind == "transition-plan" }
        course.record("transition-plan", on: 20)
        #expect(course.owed("transition-plan", through: 24).map { $0.suffix(3) } == ["met"])
    }

    @Test func `what is owed after the closing can be missed`() throws {
        var course = try Course(of: MSTCAN())
        course.record("safety-plan", on: 2)
        course.join(.sibling)
        course.close(on: 100)
        let open = try #require(course.obligations("child-at-end", through: 100).first)
        #expect(open.standing == .open)
        let closesOn = try #require(open.closesOn)
        let last = Course.firstSession.days(until: closesOn)
        #expect(course.obligations("child-at-end", through: last - 1).map(\.standing) == [.open, .open])
        #expect(course.obligations("child-at-end", through: last).map(\.standing) == [.missed, .missed])
    }
}
