import CivilDate
import EpisodeEngine
import Intervention
import InventedModel

/// An episode of the invented model in treatment since 10 March 2026, with a mother and a brother who take part.
struct InventedTale {
    var tale: Tale

    static let mother = ParticipantID(high: 5, low: 1)
    static let brother = ParticipantID(high: 5, low: 2)

    init() throws {
        tale = try Tale.inTreatment(InventedModel())
        try tale.tell(.join(Participant(id: Self.mother, role: .carer)), on: "2026-03-10")
        try tale.tell(
            .join(Participant(id: Self.brother, role: .sibling, child: ChildID(high: 1, low: 2))), on: "2026-03-10"
        )
    }

    var facts: EpisodeFacts? { tale.history.facts }

    @discardableResult
    mutating func tell(_ command: EpisodeCommand, on iso: String) throws(Refusal) -> Decision<EpisodeEvent> {
        try tale.tell(command, on: iso)
    }

    /// The place of the last event.
    var last: StreamSeq { tale.history.head }

    func state(on iso: String) -> TrackerStateKey? {
        guard let facts, let tracker = tale.rules.model.trackers.first else { return nil }
        return facts.state(of: tracker, about: .participant(Self.mother), on: day(iso))
    }
}

/// The id of a test's fact.
func fact(_ number: UInt64) -> FactID { FactID(high: 4, low: number) }

/// The id of a test's delivery of a module.
func run(_ number: UInt64) -> ModuleRunID { ModuleRunID(high: 3, low: number) }

extension EpisodeCommand {
    /// A safety plan of the family.
    static func plan(_ number: UInt64) -> EpisodeCommand {
        .recordFact(RecordedFact(id: fact(number), kind: "safety-plan"))
    }

    /// The mother used drugs.
    static func use(_ number: UInt64) -> EpisodeCommand {
        .recordFact(RecordedFact(id: fact(number), kind: "drug-use", about: .participant(InventedTale.mother)))
    }

    /// The mother was tested.
    static func test(_ number: UInt64, _ result: ChoiceCode) -> EpisodeCommand {
        .recordFact(
            RecordedFact(
                id: fact(number), kind: "drug-test", about: .participant(InventedTale.mother),
                fields: ["result": .choice(result)]
            )
        )
    }

    /// The mother was cleared on a test.
    static func clearance(_ number: UInt64, on test: UInt64) -> EpisodeCommand {
        .recordFact(
            RecordedFact(
                id: fact(number), kind: "clearance", about: .participant(InventedTale.mother),
                fields: ["test": .link(fact(test))]
            )
        )
    }

    /// Trauma work with the mother begins.
    static func trauma(_ number: UInt64, because override: GateOverride? = nil) -> EpisodeCommand {
        .startModule(
            ModuleStart(
                run: run(number), module: "trauma", about: .participant(InventedTale.mother), override: override
            )
        )
    }
}
