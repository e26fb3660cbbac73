import CivilDate
import Intervention
import MSTCAN
import Testing

@Suite struct TeamAlertTests {
    private static func codes(_ alerts: [Alert]) -> [String] { alerts.map(\.code.text) }

    @Test func `a team in order raises nothing`() throws {
        #expect(try TeamAtWork.inOrder(through: 60).alerts(on: 60) == [])
    }

    @Test func `supervision is late from the eleventh day, and only for a team that has families`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        // The last supervision was on day 58, a Wednesday. Consultations go on.
        for day in stride(from: 65, through: 100, by: 7) { team.hold(\.consultations, on: day) }
        #expect(team.alerts(on: 68).isEmpty)
        let alert = try #require(team.alerts(on: 69).first)
        #expect(alert.code == .noSupervision)
        #expect(alert.urgency == .warning)
        #expect(alert.since == TeamAtWork.day(69))
        #expect(
            alert.sentence == "supervision was last held on 2026-03-04; every 7 days is usual")
        team.situation.unallocated = 0
        #expect(team.alerts(on: 69).isEmpty)
    }

    @Test func `a booster is late two weeks after three months`() throws {
        var team = try TeamAtWork.inOrder(through: 130)
        team.situation.facts.boosters = []
        // Three months from 5 January are 5 April (day 90); two weeks later is day 104.
        #expect(team.alerts(on: 104).isEmpty)
        #expect(Self.codes(team.alerts(on: 105)) == ["booster-late"])
        team.hold(\.boosters, on: 105)
        #expect(team.alerts(on: 130).isEmpty)
    }

    @Test func `a caseload is held against the share of a full-time post`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        let therapist = try TeamAtWork.code("t-01")
        team.situation.caseload = [therapist: 6]
        #expect(team.alerts(on: 60).isEmpty, "without a list of staff a full post is taken for granted")
        try team.train("t-01", .orientation, on: -5)
        try team.employ("t-01", share: 60)
        let alert = try #require(team.alerts(on: 60).first)
        #expect(alert.code == .caseloadOver)
        #expect(
            alert.sentence
                == "t-01 has 6 families with 0.6 of a full-time post; a full post has at most 6")
        team.situation.caseload = [therapist: 3]
        #expect(team.alerts(on: 60).isEmpty, "0.6 of six is 3.6")
        team.situation.caseload = [therapist: 4]
        #expect(Self.codes(team.alerts(on: 60)) == ["caseload-over"])
    }

    @Test func `families of somebody who is not in post are told`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        try team.employ("t-01", through: 30)
        try team.train("t-01", .orientation, on: -5)
        team.situation.caseload = [try TeamAtWork.code("t-01"): 2]
        #expect(team.alerts(on: 30).isEmpty)
        #expect(Self.codes(team.alerts(on: 31)) == ["case-without-post"])
    }

    @Test func `days without anybody on call are seen two weeks ahead, and today's are urgent`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        team.situation.facts.rotas = []
        try team.onCall("t-01", 0, through: 49)
        try team.onCall("t-02", 52, through: 90)
        #expect(team.alerts(on: 36).isEmpty)
        let alert = try #require(team.alerts(on: 37).first)
        #expect(alert.code == .rotaGap)
        #expect(alert.urgency == .warning)
        #expect(alert.since == TeamAtWork.day(37))
        #expect(
            alert.sentence
                == "nobody is on call on 1 of the 14 days from 2026-02-11, the first is 2026-02-24; families can call at any hour"
        )
        #expect(team.alerts(on: 50).first?.urgency == .urgent)
        #expect(team.alerts(on: 52).isEmpty)
    }

    @Test func `a licence is about to end, ends, and is renewed without a gap`() throws {
        var team = try TeamAtWork.inOrder(through: 400)
        team.situation.facts.licences = []
        try team.license(-30, through: 200)
        #expect(team.alerts(on: 109).isEmpty)
        let warning = try #require(team.alerts(on: 110).first)
        #expect(warning.code == .licenceExpires)
        #expect(warning.sentence == "the licence ends on 2026-07-24; renew it")
        let expired = try #require(team.alerts(on: 201).first)
        #expect(expired.code == .licenceExpired)
        #expect(expired.urgency == .urgent)
        #expect(expired.since == TeamAtWork.day(201))
        try team.license(201, through: 900, agreed: 160)
        #expect(team.alerts(on: 159).map(\.code) == [.licenceExpires], "what was agreed later changes nothing before")
        #expect(team.alerts(on: 160).isEmpty)
        #expect(team.alerts(on: 201).isEmpty)
    }

    @Test func `a rota that is set later changes nothing of an earlier day`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        team.situation.facts.rotas = []
        try team.onCall("t-01", 0, through: 49)
        try team.onCall("t-02", 45, through: 400, set: 52)
        #expect(team.alerts(on: 45).map(\.code) == [.rotaGap])
        #expect(team.alerts(on: 51).map(\.urgency) == [.urgent])
        #expect(team.alerts(on: 52).isEmpty)
    }

    @Test func `the first family's week is counted from the family, not from the day the team opened`() throws {
        var team = try TeamAtWork.inOrder(through: 30)
        team.situation.facts.supervisions = []
        team.situation.familySpells = [FamilySpell(from: TeamAtWork.day(20))]
        #expect(team.alerts(on: 30).isEmpty)
        #expect(
            team.alerts(on: 31).map(\.sentence) == [
                "no supervision is on record, with families since 2026-01-25; every 7 days is usual"
            ])
    }

    @Test func `families without a licence or before the readiness review are told`() throws {
        var team = try TeamAtWork.inOrder(through: 60)
        team.situation.facts.stages = [Dated(.criticalIssues, on: TeamAtWork.day(-50))]
        let alert = try #require(team.alerts(on: 60).first)
        #expect(
            alert.sentence
                == "the team is at stage C (critical issues), before the readiness review: open families go on, new ones cannot begin"
        )
        team.situation.facts.licences = []
        #expect(team.alerts(on: 60).map(\.code) == [.notLicensed])
    }

    @Test func `a therapist needs the orientation before the first family, a supervisor two days within six months`()
        throws
    {
        var team = try TeamAtWork.inOrder(through: 300)
        try team.employ("t-01")
        try team.employ("s-01", as: .supervisor)
        #expect(team.alerts(on: 60).isEmpty, "neither has a family, and six months are not over")
        team.situation.caseload = [try TeamAtWork.code("t-01"): 1]
        #expect(
            team.alerts(on: 60).map(\.sentence) == [
                "t-01 (therapist) has not completed 'Orientation to MST, 5 days', which was needed before the first family"
            ])
        try team.train("t-01", .orientation, on: 61)
        #expect(team.alerts(on: 61).isEmpty)
        // Six months from 5 January are 5 July, day 181.
        #expect(team.alerts(on: 181).isEmpty)
        let alert = try #require(team.alerts(on: 182).first)
        #expect(alert.code == .trainingMissing)
        #expect(alert.since == TeamAtWork.day(182))
        try team.train("s-01", .supervisorOrientation, on: 190)
        #expect(team.alerts(on: 190).isEmpty)
    }

    @Test func `a model's own courses are asked of its own roles`() throws {
        var team = try TeamAtWork.inOrder(of: MSTCAN(), through: 60)
        try team.employ("c-01", as: .crisisCaseworker)
        try team.employ("p-01", as: .psychiatrist)
        var missing: [Alert] { team.alerts(on: 60).filter { $0.code == .trainingMissing } }
        #expect(
            missing.map { $0.sentence.contains("MST-CAN, 4 days") } == [true, false],
            "who takes no families of their own needs it once the team has one")
        try team.train("c-01", "mst-can", on: 10)
        try team.train("c-01", .trauma, on: 10)
        #expect(missing.isEmpty)
    }
}
