import CivilDate
import Intervention
import MSTFIT
import Testing

/// A move home that slips lengthens the phase before it and takes nothing from the phase at home.
@Suite struct MoveHomeTests {
    @Test func `a planned move home that was not made is told until it is planned anew or made`() throws {
        var course = try Course(of: MSTFIT())
        course.plan("home", for: 90, on: 10)
        #expect(!course.codes(on: 90).contains("planned-step-passed"))
        let alert = try #require(course.alerts(on: 91).first { $0.code == .plannedStepPassed })
        #expect(alert.since == Course.day(91))
        #expect(
            alert.sentence == "'At home' was planned to begin on 2026-05-31 and has not: plan it anew"
        )
        course.plan("home", for: 110, on: 95)
        #expect(course.codes(on: 94).contains("planned-step-passed"), "what was planned later changes nothing before")
        #expect(!course.codes(on: 95).contains("planned-step-passed"))
        #expect(course.codes(on: 111).contains("planned-step-passed"))
        course.enter("home", on: 115)
        #expect(!course.codes(on: 115).contains("planned-step-passed"))
        #expect(course.codes(on: 114).contains("planned-step-passed"))
    }

    @Test func `the phase at home has its whole time, however late it began`() throws {
        var course = try Course(of: MSTFIT())
        // Placed for at most four months from 2 March: longer from 3 July, day 123.
        #expect(course.codes(on: 123).contains("phase-longer-than-planned"))
        course.enter("transition", on: 150)
        course.enter("home", on: 160)
        // At home from 9 August for four months, through 9 December: day 282.
        #expect(!course.codes(on: 282).contains("phase-longer-than-planned"))
        #expect(course.codes(on: 283).contains("phase-longer-than-planned"))
    }

    @Test func `skills are owed weekly while placed, and plans by each phase's own clock`() throws {
        var course = try Course(of: MSTFIT())
        course.enter("transition", on: 17)
        course.record("skills-session", on: 6, ["skill": .choice("mindfulness")], about: .index)
        #expect(course.owed("skills", through: 40) == ["7 met", "14 missed", "21 not-required"])
        #expect(course.owed("transition-plan", through: 16) == [])
        #expect(course.owed("transition-plan", through: 17) == ["24 open"])
        course.enter("home", on: 60)
        #expect(course.owed("relapse-prevention-plan", through: 60) == ["74 open"])
        #expect(course.codes(on: 75).contains("relapse-prevention-plan-late"))
    }

    @Test func `who has the care while placed is coached, and nobody once the child is at home`() throws {
        var course = try Course(of: MSTFIT())
        let keyWorker = course.join(.placementCarer)
        #expect(course.owed("module-placement-coaching", through: 10, about: keyWorker) == ["28 open"])
        course.enter("home", on: 40)
        #expect(course.owed("module-placement-coaching", through: 40, about: keyWorker) == [])
    }
}
