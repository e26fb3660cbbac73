import CivilDate
import EpisodeEngine
import Intervention
import MSTFIT
import StandardMST
import Testing

/// Who may hold an interview and who may answer it: judged where it stands on the timeline.
@Suite struct CollectorTests {
    private static let otherTeam = TeamID(high: 2, low: 2)

    private static func post(
        _ staff: String, _ role: StaffRole = .therapist, through: String? = nil
    ) throws -> StaffPost {
        StaffPost(
            try #require(StaffCode(staff)), as: role, from: day("2025-01-01"), through: through.map { day($0) })
    }

    private func tale(_ posts: [TeamID: [StaffPost]]) throws -> Tale {
        var tale = try Tale.inTreatment()
        tale.rules.therapists = TherapistRoster(posts)
        return tale
    }

    private func flaws(_ tale: Tale, of collector: String) throws -> [InterviewFlaw] {
        var tale = tale
        let staff = Collector.staff(try #require(StaffCode(collector)))
        try tale.tell(.recordInterview(interview(1, collector: staff)), on: "2026-03-20")
        return try #require(tale.history.facts?.interviews.first).flaws
    }

    @Test func `a therapist of the same team may not hold it for a colleague`() throws {
        let tale = try tale([Tale.team: [CollectorTests.post("T2")]])
        #expect(try flaws(tale, of: "T2") == [.collectedByTeamTherapist])
    }

    @Test func `the family's own therapist is named as such, once`() throws {
        let tale = try tale([Tale.team: [CollectorTests.post("T1")]])
        #expect(try flaws(tale, of: "T1") == [.collectedByTherapist])
    }

    @Test func `a supervisor, a therapist of another team and one who has left may hold it`() throws {
        let tale = try tale([
            Tale.team: [
                CollectorTests.post("S1", .supervisor), CollectorTests.post("T3", through: "2026-03-19"),
            ],
            CollectorTests.otherTeam: [CollectorTests.post("T9")],
        ])
        for staff in ["S1", "T3", "T9"] { #expect(try flaws(tale, of: staff) == [], "\(staff)") }
    }

    @Test func `the team is the one that had the family on the day, whenever that is entered`() throws {
        var tale = try tale([CollectorTests.otherTeam: [CollectorTests.post("T9")]])
        let staff = Collector.staff(try #require(StaffCode("T9")))
        try tale.tell(.recordInterview(interview(1, collector: staff)), on: "2026-03-20")
        #expect(tale.history.facts?.validInterviews.count == 1)

        let moved = Allocation(team: CollectorTests.otherTeam, therapist: StaffCode("T8"))
        try tale.tell(.allocate(moved), on: "2026-03-15")

        #expect(tale.history.facts?.interviews.first?.flaws == [.collectedByTeamTherapist])
    }

    @Test func `a key worker is asked while the child is placed and not at home, whenever that is entered`() throws {
        var tale = try Tale.inTreatment(MSTFIT())
        for (number, day) in [(1, "2026-04-01"), (2, "2026-06-01")] as [(UInt64, String)] {
            var asked = interview(number)
            asked.respondent = .keyWorker
            try tale.tell(.recordInterview(asked), on: day)
        }
        #expect(tale.history.facts?.validInterviews.count == 2)

        try tale.tell(.enterPhase("transition"), on: "2026-05-01")
        try tale.tell(.enterPhase("home"), on: "2026-05-20")

        #expect(tale.history.facts?.interviews.map(\.flaws) == [[], [.respondentNotAsked]])
    }
}
