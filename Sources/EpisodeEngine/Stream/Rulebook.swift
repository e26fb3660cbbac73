import CivilDate
import Intervention

/// A model and a site's settings of it, laid out for deciding: looked up once, asked a million times.
package struct Rulebook: Sendable {
    /// The model.
    package let model: any InterventionModel
    /// The settings.
    package let settings: ModelSettings
    /// The model's id.
    package let modelID: ModelID
    /// The model's version.
    package let modelVersion: ModelVersion
    /// What is known of the licences of teams; as history without more.
    package var licensing = Licensing.history()
    let graph: PhaseGraph
    let closureGroups: [ClosureReasonID: ClosureGroup]
    let outcomes: Set<OutcomeKey>
    let instruments: [InstrumentID: InstrumentRule]
    let threshold: AdherenceThreshold
    let interviewExpectedFrom: DayCount
    let treatment: TreatmentRules

    /// Who the therapists of each team are and were. Where nobody says so, nobody is known to be one.
    package var therapists = TherapistRoster()

    /// The definitions of instruments that the site has; without one an instrument's items are counted alike.
    package var definitions = InstrumentEditions()

    /// A rulebook.
    /// - Throws: ``RulebookFault`` when a parameter that every model has is missing; a model that meets its laws has
    ///   them all.
    package init(model: any InterventionModel, settings: ModelSettings) throws(RulebookFault) {
        self.model = model
        self.settings = settings
        modelID = model.id
        modelVersion = model.version
        graph = model.phases
        closureGroups = Dictionary(model.closureReasons.map { ($0.id, $0.group) }) { first, _ in first }
        outcomes = Set(model.outcomes.map(\.key))
        treatment = TreatmentRules(of: model)
        guard let score = settings.score(.adherenceThreshold) else { throw .missing(.adherenceThreshold) }
        guard let comparison = settings.choice(.adherenceThresholdOperator).flatMap(ThresholdOperator.init(rawValue:))
        else { throw .missing(.adherenceThresholdOperator) }
        threshold = AdherenceThreshold(score: score, comparison: comparison)
        guard let days = settings.whole(.interviewExpectedFrom) else { throw .missing(.interviewExpectedFrom) }
        interviewExpectedFrom = DayCount(days)
        var rules: [InstrumentID: InstrumentRule] = [:]
        for instrument in model.adherenceInstruments {
            rules[instrument.id] = try InstrumentRule(instrument, settings)
        }
        instruments = rules
    }
}

/// Why a rulebook cannot be laid out.
package enum RulebookFault: Error, Hashable, Sendable {
    /// A parameter that every model has is missing.
    case missing(ParameterKey)
}

/// What the engine decided: the event to append, and advice for the person who recorded it.
package struct Decision<Event: StreamEvent>: Hashable, Sendable {
    /// The event.
    package let event: Event
    /// The day it happened on.
    package let occurredOn: CivilDate
    /// Advice, never an obstacle.
    package let advisories: [Advisory]
}
