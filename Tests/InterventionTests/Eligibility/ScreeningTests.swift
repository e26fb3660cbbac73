import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@Suite struct ScreeningTests {
    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func screen(
        _ model: any InterventionModel, yes: [CriterionKey] = [], no: [CriterionKey]? = nil,
        days: [CriterionKey: CivilDate] = [:], born: String? = "2012-03",
        setting own: [ParameterKey: ParameterValue] = [:], on iso: String = "2026-06-15"
    ) throws -> Eligibility {
        let settings = try ModelSettings(of: model, version: SettingsVersion(1), setting: own)
        var answers: [CriterionKey: Answer] = [:]
        for key in no ?? model.criteria.map(\.key) { answers[key] = .no }
        for key in yes { answers[key] = .yes }
        let month = try born.map { try #require(CivilMonth(iso: $0)) }
        return model.screen(
            Profile(birthMonth: month), ReferralAnswers(answers: answers, days: days), with: settings, on: try day(iso)
        )
    }

    private func codes(_ eligibility: Eligibility, _ verdict: Eligibility.Verdict) -> [String] {
        eligibility.reasons.filter { $0.verdict == verdict }.map(\.code)
    }

    @Test func `one behaviour of the list and nothing against is eligible, and the reasons say so`() throws {
        let result = try screen(StandardMST(), yes: ["physical-aggression"])
        #expect(result.verdict == .eligible)
        #expect(result.reasons.map(\.code) == ["age", "physical-aggression"])
        #expect(result.reasons.first?.sentence == "the age at referral is 14 years; Standard MST is for 11 to 17")
    }

    @Test func `no behaviour of the list is not eligible; supporting problems alone are not enough`() throws {
        let result = try screen(StandardMST(), yes: ["verbal-aggression", "substance-use"])
        #expect(result.verdict == .notEligible)
        #expect(codes(result, .notEligible) == ["requirement-1"])
    }

    @Test func `every exclusion is named, not the first alone`() throws {
        let result = try screen(StandardMST(), yes: ["offending", "no-carer", "acute-crisis", "mild-problem"])
        #expect(result.verdict == .notEligible)
        #expect(codes(result, .notEligible) == ["no-carer", "acute-crisis"])
        #expect(codes(result, .needsAdvice) == ["mild-problem"])
    }

    @Test func `what is not known is neither yes nor no: it asks for advice`() throws {
        let nothing = try screen(StandardMST(), no: [], born: nil)
        #expect(nothing.verdict == .needsAdvice)
        #expect(codes(nothing, .notEligible).isEmpty)
        #expect(codes(nothing, .needsAdvice).starts(with: ["age", "requirement-1"]))
        #expect(nothing.reasons.first { $0.code == "no-carer" }?.sentence.hasPrefix("not known: ") == true)
    }

    @Test(
        arguments: [
            ("2015-07", "not-eligible"), ("2015-06", "needs-advice"), ("2015-05", "eligible"), ("2008-07", "eligible"),
            ("2008-06", "needs-advice"), ("2008-05", "not-eligible"),
        ]
    )
    func `the age decides only when every day of the birth month says the same`(row: (String, String)) throws {
        // On 15 June 2026 a child born in June 2015 is ten or eleven.
        let result = try screen(StandardMST(), yes: ["offending"], born: row.0)
        #expect(result.reasons.first?.verdict.rawValue == row.1)
    }

    @Test func `MST-CAN is entered by a plan here, by a recent report where a site says so`() throws {
        let plan = try screen(MSTCAN(), yes: ["protection-plan", "neglect"])
        #expect(plan.verdict == .eligible)
        let report: [CriterionKey: CivilDate] = ["abuse-report": try day("2026-01-01")]
        #expect(try screen(MSTCAN(), yes: ["neglect"], days: report).verdict == .notEligible)
        let own: [ParameterKey: ParameterValue] = ["entry-anchor": .choice("plan-or-report")]
        #expect(try screen(MSTCAN(), yes: ["neglect"], days: report, setting: own).verdict == .eligible)
        let anchor: [ParameterKey: ParameterValue] = ["entry-anchor": .choice("report")]
        #expect(try screen(MSTCAN(), yes: ["protection-plan", "neglect"], setting: anchor).verdict == .notEligible)
    }

    @Test(arguments: [("2025-12-17", true), ("2025-12-16", true), ("2025-12-15", false), ("2026-06-16", false)])
    func `a report counts on its 180th day, not on the day after, and never from the future`(
        row: (String, Bool)
    ) throws {
        let own: [ParameterKey: ParameterValue] = ["entry-anchor": .choice("report")]
        let result = try screen(
            MSTCAN(), yes: ["neglect"], days: ["abuse-report": try day(row.0)], setting: own, on: "2026-06-14"
        )
        #expect((result.verdict == .eligible) == row.1)
    }

    @Test func `MST-FIT asks for both a placement and a way home`() throws {
        #expect(try screen(MSTFIT(), yes: ["placed-away", "return-planned"]).verdict == .eligible)
        #expect(try codes(screen(MSTFIT(), yes: ["placed-away"]), .notEligible) == ["requirement-2"])
    }

    @Test func `a child can be eligible for two models`() throws {
        let yes: [CriterionKey] = ["physical-aggression", "protection-plan", "physical-abuse"]
        let no = Set(programme.flatMap { $0.criteria.map(\.key) })
        let verdicts = try programme.map { try screen($0, yes: yes, no: Array(no)).verdict }
        #expect(verdicts == [.eligible, .eligible, .notEligible])
    }

    @Test func `learning that something is so never helps a verdict that it speaks against`() throws {
        for model in programme {
            for criterion in model.criteria where [.excludes, .needsAdvice].contains(criterion.effect) {
                let without = try screen(model, no: model.criteria.map(\.key)).verdict
                let with = try screen(model, yes: [criterion.key], no: model.criteria.map(\.key)).verdict
                #expect(with >= without, "\(model.id) \(criterion.key)")
            }
        }
    }

    @Test func `a site that asks for more behaviours gets what it asks for`() throws {
        let own: [ParameterKey: ParameterValue] = ["behaviours-least": .whole(2)]
        #expect(try screen(StandardMST(), yes: ["offending"], setting: own).verdict == .notEligible)
        #expect(
            try screen(StandardMST(), yes: ["offending", "physical-aggression"], setting: own).verdict == .eligible
        )
    }
}
