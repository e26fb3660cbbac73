import CivilDate
import Intervention
import StandardMST

/// A model of nobody's, with one of everything that a model can record, track and deliver: what tests of the engine
/// and of the store are told in, so that no clinical change touches them. Numbers, instruments and outcomes are
/// Standard MST's.
///
/// Treatment is `placed`, then `home`. A carer's use of drugs is followed by the tracker `relapse`; a `clearance`
/// needs a negative test later than the last lapse. The module `trauma` begins only under a safety plan (hard), and
/// while no lapse lasts (soft).
package struct InventedModel: InterventionModel {
    /// The version: the second knows no incidents any more, and has a gate and a place of its own besides.
    package let version: ModelVersion
    private let base = StandardMST()

    /// The model in a version, 1 or 2.
    package init(version: Int32 = 1) {
        self.version = ModelVersion(version)
    }

    /// `invented`.
    package var id: ModelID { "invented" }
    /// The name that people use.
    package var title: String { "Invented model" }
    /// The whole family.
    package var client: ClientSubject { .wholeFamily }
    /// Those of Standard MST, and when a supervisor signs under a gate that was not met.
    package var parameters: [Parameter] { base.parameters + TreatmentModules.parameters }
    /// Those of Standard MST.
    package var instruments: [Instrument] { base.instruments }
    /// Those of Standard MST.
    package var outcomes: [OutcomeDefinition] { base.outcomes }
    /// Those of Standard MST.
    package var closureReasons: [ClosureReason] { base.closureReasons }
    /// No aims.
    package var targets: [IndicatorTarget] { [] }

    /// Placed, then home.
    package var phases: PhaseGraph {
        PhaseGraph(
            treatment: [
                Phase("placed", "Placed", kind: .treatment, setting: .away),
                Phase("home", "At home", kind: .treatment, setting: .home),
            ],
            advances: [PhaseStep(from: "placed", to: "home", by: .advance)]
        )
    }

    /// Plans, tests, use, clearances and incidents.
    package var facts: [FactDefinition] {
        let common = [InventedModel.plan, InventedModel.test, InventedModel.use, InventedModel.clearance]
        return common + (version.number == 1 ? [InventedModel.incident] : [])
    }

    /// The relapse of a carer.
    package var trackers: [Tracker] { [InventedModel.relapse] }

    /// Safety and trauma.
    package var modules: [TreatmentModule] {
        [InventedModel.safety, InventedModel.trauma(hasThirdGate: version.number > 1)]
    }
}
