import CivilDate
import Intervention
import Testing

@Suite struct TeamObligationTests {
    @Test func `supervision is owed once in each week from the day the team opened`() throws {
        var team = try TeamAtWork()
        team.hold(\.supervisions, on: 2)
        team.hold(\.supervisions, on: 5)
        team.hold(\.supervisions, on: 14)
        let slots = team.obligations(.supervision, through: 16)
        #expect(
            slots.map(\.standing) == [
                .met(on: TeamAtWork.day(2)), .missed, .met(on: TeamAtWork.day(14)),
            ], "the second of week one does not count for week two")
        #expect(slots.map(\.ordinal) == [1, 2, 3])
        #expect(slots[1].opensOn == TeamAtWork.day(7))
        #expect(slots[1].dueOn == TeamAtWork.day(13))
        #expect(slots[1].closesOn == TeamAtWork.day(14))
    }

    @Test func `the week that runs is open, and what was held later changes nothing of an earlier day`() throws {
        var team = try TeamAtWork()
        #expect(team.obligations(.consultation, through: 3).map(\.standing) == [.open])
        #expect(team.obligations(.consultation, through: 6).map(\.standing) == [.open, .upcoming])
        team.hold(\.consultations, on: 4)
        #expect(team.obligations(.consultation, through: 3).map(\.standing) == [.open])
    }

    @Test func `nothing is owed before the first family and after the last`() throws {
        var team = try TeamAtWork()
        team.situation.familySpells = [FamilySpell(from: TeamAtWork.day(8), until: TeamAtWork.day(15))]
        team.hold(\.consultations, on: 2)
        func standings(_ kind: ObligationKind, through day: Int) -> [String] {
            team.obligations(kind, through: day).map(\.standing.word)
        }
        #expect(standings(.supervision, through: 7) == ["not-required", "not-required"])
        #expect(standings(.supervision, through: 8) == ["not-required", "open"])
        #expect(standings(.supervision, through: 13) == ["not-required", "open", "upcoming"])
        #expect(
            standings(.supervision, through: 29)
                == ["not-required", "missed", "missed", "not-required", "not-required"])
        #expect(standings(.consultation, through: 8) == ["met", "open"])
        team.situation.familySpells = []
        #expect(standings(.supervision, through: 29).allSatisfy { $0 == "not-required" })
    }

    @Test func `a site's own interval counts`() throws {
        let team = try TeamAtWork(setting: [.supervisionEvery: .whole(14)])
        #expect(team.obligations(.supervision, through: 27).map(\.dueOn) == [13, 27, 41].map(TeamAtWork.day))
    }

    @Test func `a booster is owed by quarter, and one within two weeks after it still counts for it`() throws {
        var team = try TeamAtWork()
        // Opened on 5 January: the quarters begin on 5 April (day 90) and 5 July (day 181).
        #expect(team.obligations(.booster, through: 89).map(\.standing) == [.open, .upcoming])
        #expect(team.obligations(.booster, through: 103).first?.standing == .open)
        #expect(team.obligations(.booster, through: 104).first?.standing == .missed)
        team.hold(\.boosters, on: 103)
        let slots = team.obligations(.booster, through: 181)
        #expect(slots.map(\.standing) == [.met(on: TeamAtWork.day(103)), .open, .open])
        #expect(slots[1].closesOn == TeamAtWork.day(195))
    }

    @Test func `a month's end does not make the quarters drift`() throws {
        var team = try TeamAtWork()
        team.situation.facts.openedOn = CivilDate(iso: "2025-11-30")
        let due = team.obligations(.booster, through: 300).map { $0.closesOn?.adding(days: -14).description }
        #expect(due.prefix(4) == ["2026-02-28", "2026-05-30", "2026-08-30", "2026-11-30"])
    }

    @Test func `before the team opened nothing is owed`() throws {
        var team = try TeamAtWork()
        team.situation.facts.opening = nil
        team.situation.facts.openedOn = nil
        #expect(team.model.obligations(of: team.situation, with: team.settings, through: TeamAtWork.day(9)).isEmpty)
    }

    @Test func `therapists a month in post who were supervised owe the measure of their supervisor`() throws {
        var team = try TeamAtWork()
        try team.employ("t-01")
        try team.employ("t-02")
        try team.employ("t-03", from: 40)
        try team.employ("t-04", through: 50)
        try team.employ("s-01", as: .supervisor)
        let two = [try TeamAtWork.code("t-01"), try TeamAtWork.code("t-02")]
        team.hold(\.supervisions, on: 3, with: two)
        // Two months from 5 January end on 5 March, day 59. t-03 came too late, t-04 left.
        let slots = try #require(MeasureSlots(.supervisor, of: team.situation.facts, with: team.settings))
        let slot = try #require(slots.slot(on: TeamAtWork.day(58)))
        #expect(slot.end == TeamAtWork.day(59))
        #expect(slots.slot(on: TeamAtWork.day(59))?.ordinal == 2)
        #expect(slots.slot(on: TeamAtWork.day(-1)) == nil)
        #expect(slots.raters(in: slot, of: team.situation, on: TeamAtWork.day(58)) == two)
        #expect(slots.raters(in: slot, of: team.situation, on: TeamAtWork.day(20)).isEmpty, "not a month in post")
        #expect(team.obligations(.supervisorMeasure, through: 58).first?.standing == .open)
        team.giveBack(.supervisor, slot: 0, on: 50)
        #expect(team.obligations(.supervisorMeasure, through: 58).first?.standing == .open)
        #expect(team.obligations(.supervisorMeasure, through: 59).first?.standing == .missed)
        team.giveBack(.supervisor, slot: 0, on: 55)
        #expect(team.obligations(.supervisorMeasure, through: 59).first?.standing == .met(on: TeamAtWork.day(55)))
        #expect(team.obligations(.supervisorMeasure, through: 54).first?.standing == .open)
    }

    @Test
    func `who was in post on the first day of a slot owes its measure, and a later post or leaving changes nothing`()
        throws
    {
        var team = try TeamAtWork()
        try team.employ("t-01")
        try team.employ("t-02", through: 50)
        try team.employ("t-03", from: 10)
        team.hold(\.supervisions, on: 20)
        let slots = try #require(MeasureSlots(.supervisor, of: team.situation.facts, with: team.settings))
        let slot = try #require(slots.slot(on: TeamAtWork.day(58)))
        let raters = slots.raters(in: slot, of: team.situation, on: TeamAtWork.day(58))
        #expect(raters.map(\.text) == ["t-01", "t-02"])
        #expect(slots.candidates(in: slot, of: team.situation) == raters, "those in the box are those who owe")
        team.giveBack(.supervisor, slot: 0, on: 40)
        team.giveBack(.supervisor, slot: 0, on: 41)
        #expect(team.obligations(.supervisorMeasure, through: 58).first?.standing == .met(on: TeamAtWork.day(41)))
    }

    @Test func `a return stays counted when the interval changes`() throws {
        var team = try TeamAtWork(setting: [.supervisorMeasureEvery: .whole(3)])
        try team.employ("t-01")
        team.hold(\.supervisions, on: 3)
        // The second slot of two months began on 5 March, day 59; three months from 5 January end on 5 April.
        team.giveBack(.supervisor, slot: 59, on: 70)
        #expect(team.obligations(.supervisorMeasure, through: 80).first?.standing == .met(on: TeamAtWork.day(70)))
    }

    @Test func `supervisors rate the consultant too, and a slot that nobody can rate asks for nothing`() throws {
        var team = try TeamAtWork()
        try team.employ("t-01")
        try team.employ("s-01", as: .supervisor)
        #expect(team.obligations(.consultantMeasure, through: 58).first?.standing == .notRequired)
        team.hold(\.consultations, on: 3)
        let slots = try #require(MeasureSlots(.consultant, of: team.situation.facts, with: team.settings))
        let slot = try #require(slots.slot(on: TeamAtWork.day(40)))
        let raters = slots.raters(in: slot, of: team.situation, on: TeamAtWork.day(40))
        #expect(raters.map(\.text) == ["s-01", "t-01"])
    }
}
