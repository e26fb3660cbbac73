import CivilDate
import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@testable import DeclaredModel

@Suite struct DeclaredModelTests {
    private func shelf() throws -> [DeclaredModel] { try DeclaredShelf(DeclaredFile.embedded).models }

    @Test func `the two variants are built in and keep the laws beside the three of the programme`() throws {
        let declared = try shelf()
        #expect(declared.map(\.id.text) == ["mst-e", "mst-psb"])
        #expect(declared.flatMap { ModelConformance.check($0).map(\.description) } == [])
        let compiled: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()]
        #expect(try ModelRegistry(compiled + declared).ids.count == 5)
    }

    @Test(
        arguments: [
            ("mst-e", 10, 15, 4, 6, 4, 6), ("mst-psb", 10, 17, 5, 7, 3, 4),
        ] as [(String, Int, Int, Int, Int, Int, Int)]
    )
    func `ages, months and caseload are those that are published`(
        row: (String, Int, Int, Int, Int, Int, Int)
    ) throws {
        let model = try #require(try shelf().first { $0.id.text == row.0 })
        let settings = try ModelSettings(of: model, version: SettingsVersion(1))
        #expect(settings.whole(.leastAge) == row.1)
        #expect(settings.whole(.greatestAge) == row.2)
        #expect(settings.whole("treatment-least") == row.3)
        #expect(settings.whole("treatment-most") == row.4)
        #expect(settings.whole(.caseloadLeast) == row.5)
        #expect(settings.whole(.caseloadMost) == row.6)
    }

    @Test func `every number has a source with a mark`() throws {
        for model in try shelf() {
            for parameter in model.parameters {
                #expect(["[V]", "[G]", "[I]"].contains { parameter.source.contains($0) }, "\(parameter.key)")
            }
            #expect(model.criteria.allSatisfy { $0.source.contains("[") })
        }
    }

    @Test func `two indicators of exploitation are enough, one is not, and a disclosure is by itself`() throws {
        let model = try #require(try shelf().first { $0.id.text == "mst-e" })
        let settings = try ModelSettings(of: model, version: SettingsVersion(1))
        let born = Profile(birthMonth: CivilMonth(iso: "2013-03"))
        let day = try #require(CivilDate(iso: "2026-06-15"))
        func verdict(_ yes: [CriterionKey]) -> Eligibility.Verdict {
            var answers = ReferralAnswers()
            for criterion in model.criteria { answers.answers[criterion.key] = .no }
            for key in yes { answers.answers[key] = .yes }
            return model.screen(born, answers, with: settings, on: day).verdict
        }
        #expect(verdict(["goes-missing"]) == .notEligible)
        #expect(verdict(["goes-missing", "school-exclusion"]) == .eligible)
        #expect(verdict(["exploitation-disclosed"]) == .eligible)
        #expect(verdict(["exploitation-disclosed", "no-carer"]) == .notEligible)
    }

    @Test func `a declared model owes and alerts by the same rules as a compiled one of the same numbers`() throws {
        let declared = try DeclaredText.of(StandardMST()).read()
        let started = try #require(CivilDate(iso: "2026-01-05"))
        let referral = Referral(
            child: ChildID(high: 0, low: 1), ref: nil, model: declared.id, team: TeamID(high: 0, low: 2))
        var facts = EpisodeFacts(referral: referral, on: started)
        facts.startedOn = started
        facts.spells = [PhaseSpell(phase: "treatment", from: started)]
        let models: [any InterventionModel] = [declared, StandardMST()]
        for offset in [0, 7, 8, 20, 80, 145, 160] {
            let day = started.adding(days: offset)
            let said = try models.map { model in
                let settings = try ModelSettings(of: model, version: SettingsVersion(1))
                return (
                    owed: model.obligations(of: facts, with: settings, through: day),
                    alerts: model.alerts(for: facts, with: settings, on: day)
                )
            }
            #expect(said[0].owed == said[1].owed)
            #expect(said[0].alerts == said[1].alerts)
        }
    }
}
