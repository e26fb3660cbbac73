import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

/// The due-date generator of the adherence interview: first in the second week, then every four weeks.
@Suite struct InterviewObligationTests {
    private func standings(_ course: Course, through number: Int) -> [String] {
        course.obligations(.adherenceInterview, through: number).map(\.standing.word)
    }

    @Test func `slots are due a week after the first session and every four weeks from there`() throws {
        let slots = try Course().obligations(.adherenceInterview, through: 100)
        #expect(slots.map(\.dueOn) == [7, 35, 63, 91, 119].map(Course.day))
        #expect(slots.map(\.ordinal) == [1, 2, 3, 4, 5])
        #expect(slots.map(\.closesOn) == [35, 63, 91, 119, 147].map(Course.day))
        #expect(slots.first?.opensOn == Course.firstSession)
    }

    @Test func `nothing is owed before the first session`() throws {
        var course = try Course()
        course.facts.startedOn = nil
        #expect(course.obligations(.adherenceInterview, through: 50).isEmpty)
    }

    @Test func `a slot is upcoming, then open, then missed`() throws {
        let course = try Course()
        #expect(standings(course, through: 6) == ["upcoming"])
        #expect(standings(course, through: 7) == ["open", "upcoming"])
        #expect(standings(course, through: 34) == ["open", "upcoming"])
        #expect(standings(course, through: 35) == ["missed", "open", "upcoming"])
    }

    @Test func `an interview belongs to the slot in whose days it was held`() throws {
        var course = try Course()
        try course.interview(on: 34)
        try course.interview(on: 35)
        try course.interview(on: 36)
        let slots = course.obligations(.adherenceInterview, through: 70)
        #expect(slots.map(\.standing) == [.met(on: Course.day(34)), .met(on: Course.day(35)), .open, .upcoming])
    }

    @Test func `one held before the first slot is due meets the first`() throws {
        var course = try Course()
        try course.interview(on: 3)
        #expect(standings(course, through: 7) == ["met", "upcoming"])
    }

    @Test func `what is known only later does not meet it earlier`() throws {
        var course = try Course()
        try course.interview(on: 20)
        #expect(standings(course, through: 19) == ["open", "upcoming"])
        #expect(standings(course, through: 20) == ["met", "upcoming"])
    }

    @Test
    func `an interview that does not count meets nothing, an unreachable family stays open, a refusal is its own word`()
        throws
    {
        var course = try Course()
        try course.interview(on: 8, flaws: [.collectedByTherapist])
        try course.interview(on: 9, .unreachable)
        #expect(standings(course, through: 10) == ["open", "upcoming"])
        try course.interview(on: 11, .refused)
        #expect(standings(course, through: 12) == ["refused", "upcoming"])
        try course.interview(on: 13)
        #expect(standings(course, through: 14) == ["met", "upcoming"])
    }

    @Test func `attempts that reached nobody are counted in their slot`() throws {
        var course = try Course()
        for day in [8, 20, 34, 35] { try course.interview(on: day, .unreachable) }
        #expect(course.obligations(.adherenceInterview, through: 20).map(\.attempts) == [2, 0])
        #expect(course.obligations(.adherenceInterview, through: 40).map(\.attempts) == [3, 1, 0])
    }

    @Test func `a slot due on or before the closing counts, the next is not required`() throws {
        var course = try Course()
        course.close(on: 35)
        #expect(standings(course, through: 34) == ["open", "upcoming"])
        #expect(standings(course, through: 36) == ["missed", "missed", "not-required"])
        #expect(course.obligations(.adherenceInterview, through: 400).count == 3)
        course.close(on: 34)
        #expect(standings(course, through: 400) == ["missed", "not-required"])
    }

    @Test func `a site's own schedule is the one that is kept`() throws {
        let course = try Course(setting: [.interviewFirstAfter: .whole(14), .interviewEvery: .whole(21)])
        #expect(course.obligations(.adherenceInterview, through: 36).map(\.dueOn) == [14, 35, 56].map(Course.day))
    }

    @Test func `every model owes them`() throws {
        for model in [StandardMST(), MSTCAN(), MSTFIT()] as [any InterventionModel] {
            let course = try Course(of: model)
            #expect(course.obligations(.adherenceInterview, through: 63).count == 4, "\(model.id)")
        }
    }
}
