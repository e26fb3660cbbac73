import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import Testing

@Suite struct AlertTests {
    /// A course in which the family is met every other day, so that only what a test is about is left.
    private func met(
        of model: (any InterventionModel)? = nil, through number: Int, setting own: [ParameterKey: ParameterValue] = [:]
    ) throws -> Course {
        var course = try model.map { try Course(of: $0, setting: own) } ?? Course(setting: own)
        for day in stride(from: 0, through: number, by: 2) { course.contact(on: day) }
        for day in stride(from: 7, through: number, by: 28) { try course.interview(on: day) }
        return course
    }

    @Test func `a family that was met and asked raises nothing`() throws {
        #expect(try met(through: 60).common(on: 60) == [])
    }

    @Test func `a family not met for more than a week is urgent from the eighth day`() throws {
        var course = try met(through: 20)
        #expect(course.common(on: 27).isEmpty)
        let alert = try #require(course.common(on: 28).first)
        #expect(alert.code == .noContact)
        #expect(alert.urgency == .urgent)
        #expect(alert.since == Course.day(28))
        #expect(
            alert.sentence == "the family was last met on 2026-03-22; at most 7 days without a contact are usual"
        )
        course.contact(on: 28, .attemptedOnly)
        #expect(course.common(on: 28).map(\.code) == [.noContact], "an attempt is not a meeting")
        course.contact(on: 28, .telephone)
        #expect(course.common(on: 28).isEmpty)
    }

    @Test func `an interview is late a week after its due day, and stays so until the next is held`() throws {
        var course = try Course()
        for day in stride(from: 0, through: 70, by: 2) { course.contact(on: day) }
        #expect(course.common(on: 13).isEmpty)
        #expect(course.common(on: 14).map(\.code) == [.interviewLate])
        // The slots of day 7 and 35 are missed by then, the one of day 63 is open.
        let alert = try #require(course.common(on: 64).first)
        #expect((alert.code, alert.since) == (.interviewLate, Course.day(14)))
        #expect(
            alert.sentence
                == "no adherence interview that counts was held; missed: 2; adherence interview 3 was due on "
                + "2026-05-04 and can be held until 2026-05-31")
        try course.interview(on: 64)
        #expect(course.common(on: 64).isEmpty)
        #expect(course.common(on: 63).map(\.code) == [.interviewLate], "what came later changes nothing before")
    }

    @Test func `a missed interview is told with the last that was held, and a refusal is an answer`() throws {
        var course = try Course()
        for day in stride(from: 0, through: 70, by: 2) { course.contact(on: day) }
        try course.interview(on: 8)
        #expect(course.common(on: 62).map(\.since) == [Course.day(42)])
        let alert = try #require(course.common(on: 65).first)
        #expect(alert.sentence.hasPrefix("the last adherence interview was held on 2026-03-10; missed since: 1; "))
        try course.interview(on: 66, .refused)
        #expect(course.common(on: 66).isEmpty)
    }

    @Test(
        arguments: [
            (74, []), (75, ["plan-for-ending"]), (119, ["plan-for-ending"]), (120, ["stay-review"]),
            (140, ["stay-long"]), (149, ["stay-long"]), (150, ["stay-too-long"]),
        ] as [(Int, [String])]
    )
    func `the stay shows the most pressing mark that it has passed`(row: (Int, [String])) throws {
        #expect(try met(through: row.0).common(on: row.0).map(\.code.text) == row.1)
    }

    @Test func `a site's own marks count`() throws {
        let course = try met(through: 90, setting: [.endingPromptAfter: .whole(90)])
        #expect(course.common(on: 89).isEmpty)
        #expect(course.common(on: 90).map(\.code) == [.planForEnding])
    }

    @Test func `a phase that lasts longer than planned is told, each phase by its own clock`() throws {
        var course = try met(of: MSTFIT(), through: 140)
        // Placed for at most four months: 2 March to 2 July is day 122.
        #expect(course.common(on: 122).map(\.code) == [])
        #expect(course.common(on: 123).map(\.code) == [.phaseLong])
        course.facts.spells = [
            PhaseSpell(phase: "placed", from: Course.day(0), until: Course.day(100)),
            PhaseSpell(phase: "home", from: Course.day(100)),
        ]
        #expect(course.common(on: 140).map(\.code) == [])
    }

    @Test func `nothing is raised before the first session, and nothing from the closing on`() throws {
        var course = try Course()
        #expect(course.common(on: -1).isEmpty)
        course.close(on: 10)
        #expect(course.common(on: 9).map(\.code) == [.noContact])
        #expect(course.common(on: 10).isEmpty)
    }

    @Test func `more pressing alerts come later in the order of urgency`() {
        #expect(Alert.Urgency.allCases.sorted() == [.notice, .warning, .urgent])
    }
}
