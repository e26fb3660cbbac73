import CivilDate
import Intervention
import Testing

@Suite struct FollowUpObligationTests {
    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func closed(on iso: String) throws -> Course {
        var course = try Course()
        course.close(on: Course.firstSession.days(until: try day(iso)))
        return course
    }

    private func followUps(_ course: Course, on iso: String) throws -> [Obligation] {
        course.obligations(.followUp, through: Course.firstSession.days(until: try day(iso)))
    }

    @Test func `they are due by calendar month from the closing, clamped to the month's end`() throws {
        let due = try followUps(closed(on: "2026-08-31"), on: "2026-09-01")
        #expect(due.map(\.dueOn) == [try day("2027-02-28"), try day("2027-08-31"), try day("2028-02-29")])
        #expect(due.map(\.ordinal) == [6, 12, 18])
    }

    @Test func `the window opens two weeks before and closes six weeks after`() throws {
        let course = try closed(on: "2026-08-31")
        let first = try #require(followUps(course, on: "2026-09-01").first)
        #expect(first.opensOn == (try day("2027-02-14")))
        #expect(first.closesOn == (try day("2027-04-12")))
        #expect(try followUps(course, on: "2027-02-13").first?.standing == .upcoming)
        #expect(try followUps(course, on: "2027-02-14").first?.standing == .open)
        #expect(try followUps(course, on: "2027-04-11").first?.standing == .open)
        #expect(try followUps(course, on: "2027-04-12").first?.standing == .missed)
    }

    @Test func `collected is met, refused is refused, unreachable stays open until its window closes`() throws {
        var course = try closed(on: "2026-08-31")
        let held = try day("2027-03-01")
        course.followUp(.six, .unreachable, on: held)
        #expect(try followUps(course, on: "2027-03-02").first?.standing == .open)
        course.followUp(.six, .refused, on: held.adding(days: 3))
        #expect(try followUps(course, on: "2027-03-05").first?.standing == .refused)
        course.followUp(.six, .collected, on: held.adding(days: 5))
        #expect(try followUps(course, on: "2027-03-06").first?.standing == .met(on: held.adding(days: 5)))
        #expect(try followUps(course, on: "2027-03-06").map(\.standing.word) == ["met", "upcoming", "upcoming"])
    }

    @Test func `what was held outside its window meets nothing`() throws {
        var course = try closed(on: "2026-08-31")
        course.facts.followUps = try [("2026-09-01", false), ("2027-04-20", false)].map { iso, isInWindow in
            DatedFollowUp(
                on: try day(iso), followUp: FollowUp(month: .six, status: .collected), isInWindow: isInWindow)
        }
        #expect(try followUps(course, on: "2026-12-01").first?.standing == .upcoming)
        #expect(try followUps(course, on: "2027-03-01").first?.standing == .open)
        #expect(try followUps(course, on: "2027-05-01").first?.standing == .missed)
    }

    @Test func `nothing is owed to a family whose treatment never began or goes on`() throws {
        #expect(try Course().obligations(.followUp, through: 300).isEmpty)
        var course = try closed(on: "2026-08-31")
        course.facts.startedOn = nil
        #expect(try followUps(course, on: "2027-03-01").isEmpty)
    }
}
