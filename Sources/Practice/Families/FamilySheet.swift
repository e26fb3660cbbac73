import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Vault

/// A family on one page: the episode as it stands on a day, the child's own record, the texts that its reader may see, and
/// what happened in order. It does not print.
package struct FamilySheet: Sendable {
    /// A module that somebody needs or had, and whether it can begin.
    package struct Module: Sendable {
        /// The module.
        package let module: TreatmentModule
        /// Whom it is for.
        package let about: FactSubject
        /// How it was delivered last; nil when it was not begun.
        package let run: ModuleRun?
        /// Its gates, each with whether it is open.
        package let gates: [(gate: Intervention.Gate, isOpen: Bool)]
    }

    /// Something that happened, as the timeline tells it: codes and days.
    package struct Happening: Hashable, Sendable {
        /// Why something was corrected.
        package struct Why: Hashable, Sendable {
            /// In one word.
            package let cause: CorrectionCause
            /// In a sealed text; nil for none.
            let note: NarrativeReference?
        }

        /// What stood on record before it was corrected.
        package struct Before: Hashable, Sendable {
            /// The day.
            package let on: CivilDate
            /// The fact that was recorded, when it was one.
            package let fact: RecordedFact?
            /// What more can be said of it in a few words; empty when that is nothing.
            package let words: String
        }

        /// Its place in the record.
        package let seq: StreamSeq
        /// The day.
        package let on: CivilDate
        /// What kind of thing it was.
        package let event: EventName
        /// The fact that was recorded, when it was one.
        package let fact: FactID?
        /// The contact, when it was one.
        package let contact: Contact?
        /// What more can be said of it in a few words; empty when that is nothing.
        package let words: String
        /// Whether it was taken back: it did not happen.
        package let isTakenBack: Bool
        /// What stood in its place before.
        package let before: [Before]
        /// Why it was corrected, the first time first.
        package let corrections: [Why]
    }

    /// The episode.
    package let sheet: EpisodeSheet
    /// The child's name; nil where none is kept or the reader may not see it.
    package let name: String?
    /// What is on record of the child.
    package let child: ChildFacts?
    /// The facts that the reader may see and that had begun by the day, in order.
    package let facts: [DatedFact]
    /// The texts of those facts, as far as they may be read and were not erased.
    package let texts: [NarrativeID: String]
    /// The modules of the model, about each whom they are for.
    package let modules: [Module]
    /// The adherence interviews that were or are due, in order.
    package let interviews: [Obligation]
    /// What happened, the latest first.
    package let happenings: [Happening]
    /// The places of what the reader wrote down today and may put right; empty for readers who write nothing.
    package let ownOfToday: Set<StreamSeq>
    /// The values that the model runs on.
    let settings: ModelSettings
    /// The last day of which what became known is shown; nil for all that is known.
    package let knownOn: CivilDate?

    /// The text that a field of a fact holds; nil for none.
    package func text(_ fact: RecordedFact, _ key: FieldKey = .text) -> String? {
        guard case .narrative(let reference)? = fact.fields[key] else { return nil }
        return texts[reference.id]
    }

    /// The words of a correction; nil for none.
    package func note(_ why: Happening.Why) -> String? { why.note.flatMap { texts[$0.id] } }

    /// The facts of a kind.
    package func facts(of kind: FactKind) -> [DatedFact] { facts.filter { $0.fact.kind == kind } }
}

extension FamilySheet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a family (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension FamilySheet {
    /// The summary of a week from what the reader may see; nil before the first session.
    package func summary(of week: TreatmentWeek) -> WeeklySummary? {
        sheet.model.weeklySummary(of: sheet.facts, week: week, with: settings, through: sheet.day)
    }
}
