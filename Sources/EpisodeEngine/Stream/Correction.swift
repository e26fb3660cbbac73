import CivilDate
import Intervention

/// A set of replacements and withdrawals with one reason, as it is asked for. The engine takes all of it or nothing.
package struct Correction<Command: StreamCommand>: Hashable, Sendable {
    /// What an event should have been.
    package struct Replacement: Hashable, Sendable {
        /// The event that is replaced; one that was withdrawn is reinstated.
        package var seq: StreamSeq
        /// What happened instead.
        package var command: Command
        /// The day it happened on.
        package var on: CivilDate

        /// A replacement.
        package init(_ seq: StreamSeq, with command: Command, on day: CivilDate) {
            self.seq = seq
            self.command = command
            on = day
        }
    }

    /// Why, in one word.
    package var cause: CorrectionCause
    /// Why, in a sealed text; nil when the word is all there is to say.
    package var narrative: NarrativeReference?
    /// What happened instead.
    package var replacements: [Replacement]
    /// What did not happen.
    package var withdrawals: [StreamSeq]

    /// A correction.
    package init(
        cause: CorrectionCause, narrative: NarrativeReference? = nil, replacements: [Replacement] = [],
        withdrawals: [StreamSeq] = []
    ) {
        self.cause = cause
        self.narrative = narrative
        self.replacements = replacements
        self.withdrawals = withdrawals
    }
}

/// A set of replacements and withdrawals as it stands in the record.
package struct CorrectionSet<Event: StreamEvent>: Hashable, Sendable {
    /// Why, in one word.
    package var cause: CorrectionCause
    /// Why, in a sealed text.
    package var narrative: NarrativeReference?
    /// What happened instead, in the places of what is replaced.
    package var replacements: [Recorded<Event>]
    /// What did not happen.
    package var withdrawals: [StreamSeq]

    /// A set.
    package init(
        cause: CorrectionCause, narrative: NarrativeReference?, replacements: [Recorded<Event>],
        withdrawals: [StreamSeq]
    ) {
        self.cause = cause
        self.narrative = narrative
        self.replacements = replacements
        self.withdrawals = withdrawals
    }
}
