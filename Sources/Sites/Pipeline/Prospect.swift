import CivilDate
import Intervention

/// An organisation that may become a site, with the stages of its development.
package struct Prospect: Hashable, Sendable {
    /// The code that its site would have.
    package let code: SiteCode
    /// The name that people use.
    package let name: String
    /// All that was recorded, in the order in which it was, what was taken back among it.
    package let history: [ProspectStage]

    /// The stages that it reached and that stand, in the order in which they were recorded.
    package var stages: [ProspectStage] { history.filter { $0.voided == nil } }

    /// The stage that was recorded last and stands; nil while none does.
    package var stage: ProspectStage? { stages.last }

    /// The stage that comes next in turn; nil after the last.
    package var next: SiteStage? { stage.map(\.stage.next) ?? SiteStage.allCases.first }
}

/// A stage that a prospective site is said to have reached.
package struct ProspectStage: Hashable, Sendable {
    /// Its place in the order of recording, 1 and up.
    package let ordinal: Int
    /// The stage.
    package let stage: SiteStage
    /// The day on which it was reached.
    package let on: CivilDate
    /// Why it was reached out of turn; nil when it was the next one.
    package let reason: String?
    /// Why it was taken back; nil while it stands.
    package internal(set) var voided: String?
}
