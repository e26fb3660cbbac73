import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

@Suite struct MeasureLawTests {
    private static func violations(
        of base: any InterventionModel = MSTFIT(), _ change: (inout [Measure]) -> Void
    ) -> [String] {
        var model = AlteredModel(base)
        change(&model.measures)
        let laws: Set<Violation.Law> = [
            .measuredThing, .movesCountedWhole, .uniqueName, .wellFormedName, .titled, .sourced,
        ]
        return ModelConformance.check(model)
            .filter { laws.contains($0.law) }.map { "\($0.law.rawValue): \($0.name)" }
    }

    private static func made(_ key: MeasureKey, _ counts: MeasureCount) -> Measure {
        Measure(key, "Title", meaning: "Meaning.", over: .started, counting: counts, source: "test")
    }

    @Test(arguments: [
        "fit_started", "fit_home_at_end", "fit_home_followup_6", "fit_home_followup_12",
    ])
    func `moves home are never counted without who began, and who is at home at the end and later`(key: String) {
        let broken = Self.violations { measures in measures.removeAll { $0.key.text == key } }
        #expect(broken == ["\(Violation.Law.movesCountedWhole.rawValue): fit_moved_home"])
    }

    @Test func `home at the end is over all who began, so an unknown answer cannot leave the denominator`() {
        let broken = Self.violations { measures in
            for position in measures.indices where measures[position].key == "fit_home_at_end" {
                measures[position].unknowns = .apart
            }
        }
        #expect(broken == ["\(Violation.Law.movesCountedWhole.rawValue): fit_moved_home"])
    }

    @Test func `a figure counts only what its model has`() {
        let wanted = Violation.Law.measuredThing.rawValue
        let test = FieldTest("level", in: ["referral"])
        let foreign: [MeasureCount] = [
            .outcome("dancing"), .placedAgain("dance"), .followUp("dancing", .six), .happened("dance", []),
            .happened("concern", []),
            .children("child-at-end", "at-home"), .turned("concern", from: [test], to: [test]),
        ]
        for counts in foreign {
            let broken = Self.violations(of: StandardMST()) { $0.append(Self.made("own", counts)) }
            #expect(broken == ["\(wanted): own"], "\(counts)")
        }
        let words: [MeasureCount] = [
            .happened("concern", [FieldTest("level", in: ["rumour"])]),
            .happened("concern", [FieldTest("depth", in: [])]),
            .turned("concern", from: [], to: [test]), .children("concern", "level"), .movedHome,
        ]
        for counts in words {
            let broken = Self.violations(of: MSTCAN()) { $0.append(Self.made("own", counts)) }
            #expect(broken.contains("\(wanted): own"), "\(counts)")
        }
    }

    @Test func `a figure has a name of its own, a title, a meaning and a source`() {
        var bare = Self.made("at_home", .started)
        bare.title = " "
        bare.source = ""
        let broken = Self.violations(of: StandardMST()) { $0 += [bare] }
        #expect(
            broken == [Violation.Law.uniqueName, .titled, .sourced].map { "\($0.rawValue): at_home" })
    }

    @Test func `the figures of an outcome stand on the base that it names`() throws {
        var outcome = try #require(OutcomeDefinition.ofTheNetwork.first)
        #expect(Measure(of: outcome).base == .opportunity && Measure(of: outcome).unknowns == .apart)
        outcome.base = .allClosures
        #expect(Measure(of: outcome).base == .closed && Measure(of: outcome).unknowns == .apart)
        outcome.base = .started
        #expect(Measure(of: outcome).base == .started && Measure(of: outcome).unknowns == .kept)
    }

    @Test func `the network's outcomes are in the table, so they are no figures of a model's own`() {
        for model in [StandardMST(), MSTCAN(), MSTFIT()] as [any InterventionModel] {
            #expect(model.instrumentalMeasures.count == 6)
            #expect(model.ownMeasures.map(\.key) == model.measures.map(\.key))
        }
    }
}
