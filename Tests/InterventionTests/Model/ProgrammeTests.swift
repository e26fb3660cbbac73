import Intervention
import MSTCAN
import MSTFIT
import StandardMST
import Testing

/// What the three models declare, against `clinical.md` and `uk.md`.
@Suite struct ProgrammeTests {
    private func standard(_ key: ParameterKey, of model: any InterventionModel) -> ParameterValue? {
        model.parameters.first { $0.key == key }?.standard
    }

    @Test(
        arguments: [
            (0, "mst", 11, 17, 4, 6), (1, "mst-can", 6, 17, 3, 4), (2, "mst-fit", 12, 17, 4, 6),
        ] as [(Int, ModelID, Int, Int, Int, Int)]
    )
    func `ages and caseload are those of the licence`(row: (Int, ModelID, Int, Int, Int, Int)) {
        let model = programme[row.0]

        #expect(model.id == row.1)
        #expect(model.version == ModelVersion(1))
        #expect(standard(.leastAge, of: model) == .whole(row.2))
        #expect(standard(.greatestAge, of: model) == .whole(row.3))
        #expect(standard(.caseloadLeast, of: model) == .whole(row.4))
        #expect(standard(.caseloadMost, of: model) == .whole(row.5))
    }

    @Test(
        arguments: [
            (0, "treatment", [3, 5]), (1, "treatment", [6, 9]), (2, "placed", [3, 4]), (2, "transition", []),
            (2, "home", [4, 4]),
        ] as [(Int, PhaseID, [Int])]
    )
    func `phases are planned for the published months`(row: (Int, PhaseID, [Int])) throws {
        let model = programme[row.0]
        let phase = try #require(model.phases.phase(row.1))
        let keys = phase.planned.map { [$0.least, $0.most] } ?? []

        #expect(phase.kind == .treatment)
        #expect(keys.map { standard($0, of: model) } == row.2.map { .whole($0) })
        #expect(keys.allSatisfy { key in model.parameters.contains { $0.key == key && $0.unit == .months } })
    }

    @Test func `MST-FIT leads home, and back when the trial at home fails`() {
        let graph = MSTFIT().phases
        let advances = graph.steps.filter { $0.kind == .advance }.map(\.description).sorted()

        #expect(
            advances == [
                "placed advance home", "placed advance transition", "transition advance home",
                "transition advance placed",
            ]
        )
        #expect(graph.target(from: .accepted, by: .start) == "placed")
        #expect(!graph.allows(from: "home", to: "placed", by: .advance))
    }

    @Test(arguments: programme.indices)
    func `treatment can be closed from every phase`(place: Int) {
        let graph = programme[place].phases
        for phase in graph.phases where phase.kind == .treatment {
            #expect(graph.target(from: phase.id, by: .close) == .closed)
        }
        #expect(graph.target(from: .referred, by: .close) == nil)
    }

    @Test(arguments: programme.indices)
    func `closure reasons count in the groups of the network`(place: Int) {
        let groups = Dictionary(uniqueKeysWithValues: programme[place].closureReasons.map { ($0.id.text, $0.group) })

        #expect(
            groups == [
                "completed": .completed, "lack-of-engagement": .lackOfEngagement, "placed": .placed,
                "placed-prior-event": .notCounted, "funder-withdrew": .notCounted,
                "programme-withdrew": .notCounted, "moved": .notCounted, "other": .notCounted,
            ]
        )
    }

    @Test(arguments: programme.indices)
    func `the three outcomes of the network come first, the six instrumental ones after them`(place: Int) {
        let outcomes = programme[place].outcomes

        #expect(outcomes.filter { $0.role == .ultimate }.map(\.key) == [.atHome, .inSchoolOrWork, .noNewArrests])
        #expect(outcomes.prefix(3).allSatisfy { $0.role == .ultimate })
        #expect(outcomes.filter { $0.role == .instrumental }.count == 6)
        let others = outcomes.filter { $0.base != .opportunity }.map(\.key)
        #expect(others == (programme[place].id == "mst-fit" ? [.atHome] : []), "home is counted over all who started")
    }

    @Test(
        arguments: [
            (0, "tam-r", 28, false), (1, "tam-can", nil, false), (2, "tam-r", 28, true),
        ] as [(Int, InstrumentID, Int?, Bool)]
    )
    func `adherence is asked of carers each month`(row: (Int, InstrumentID, Int?, Bool)) throws {
        let model = programme[row.0]
        let instrument = try #require(model.instruments.first)
        let carers: [Respondent] = [.mother, .father, .carer, .kinCarer, .fosterCarer]

        #expect(model.instruments.map(\.id) == [row.1, "demo-adherence", "sdq", "sam", "cam"])
        #expect(instrument.scoring.items == row.2)
        #expect(instrument.respondents == carers + (row.3 ? [.keyWorker] : []))
        #expect(!instrument.therapistMayCollect)
        #expect(standard(try #require(instrument.schedule).firstAfter, of: model) == .whole(7))
        #expect(standard(try #require(instrument.schedule).every, of: model) == .whole(28))
        #expect(model.instruments[1].scoring.items == 12)
    }

    @Test(arguments: programme.indices)
    func `the threshold is 0.61, met by itself, and an interview is expected from two weeks on`(place: Int) {
        let model = programme[place]

        #expect(standard(.adherenceThreshold, of: model) == .billionths(610_000_000))
        #expect(standard(.adherenceThresholdOperator, of: model) == .choice(">="))
        #expect(standard(.interviewExpectedFrom, of: model) == .whole(14))
    }

    @Test(arguments: programme.indices)
    func `every source carries its mark`(place: Int) {
        let model = programme[place]
        let sources =
            model.parameters.map(\.source) + model.instruments.map(\.source) + model.outcomes.map(\.source)
            + model.comparators.map(\.source) + model.facts.map(\.source) + model.trackers.map(\.source)
            + model.modules.flatMap { [$0.source] + $0.gates.map(\.source) } + model.duties.map(\.source)
            + model.measures.map(\.source)
        let unmarked = sources.filter { source in
            !["[V]", "[V~]", "[G]", "[I]", "[X]"].contains { source.contains($0) }
        }

        #expect(unmarked == [])
    }
}
