import CivilDate
import Intervention

/// A model read from a text file: a variant without a line of Swift. It meets the protocol and all laws that a model
/// written in Swift meets, and judges by the same usual rules.
package struct DeclaredModel: InterventionModel, Hashable {
    /// The id.
    package let id: ModelID
    /// The version.
    package let version: ModelVersion
    /// The name that people use.
    package let title: String
    /// Who is treated.
    package let client: ClientSubject
    /// The numbers and choices, all of them from the file.
    package let parameters: [Parameter]
    /// The questions of a referral.
    package let criteria: [EligibilityCriterion]
    /// What a referral must meet.
    package let requirements: [EligibilityRequirement]
    /// The usual graph around the phases of the file.
    package let phases: PhaseGraph
    /// What is recorded beyond the common words.
    package let facts: [FactDefinition]
    /// State machines over those facts.
    package let trackers: [Tracker]
    /// The parts of treatment.
    package let modules: [TreatmentModule]
    /// Facts that are owed at a time.
    package let duties: [FactDuty]
    /// The instruments.
    package let instruments: [Instrument]
    /// The outcomes.
    package let outcomes: [OutcomeDefinition]
    /// The figures of the model's own.
    package let measures: [Measure]
    /// The closure reasons.
    package let closureReasons: [ClosureReason]
    /// The training that staff need.
    package let trainings: [TrainingRequirement]
    /// The aims; empty when the file states none.
    package let targets: [IndicatorTarget]

    /// The usual review; see ``InterventionModel/usualReview(_:of:with:on:)``.
    package func review(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        try usualReview(command, of: episode, with: settings, on: day)
    }
}
