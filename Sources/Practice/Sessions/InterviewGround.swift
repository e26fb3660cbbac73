import EpisodeEngine
import Intervention

/// What a site's interviews are judged by besides the rules of their episodes.
package struct InterviewGround: Sendable {
    /// The definitions that items and answers are scored by.
    package var definitions = InstrumentEditions()
    /// Who the therapists of the teams are and were.
    package var therapists = TherapistRoster()

    /// Nothing is known beyond the rules.
    package init() {}
}

extension Rulebook {
    /// These rules with what a site's interviews are judged by.
    package func judging(on ground: InterviewGround) -> Rulebook {
        var rules = self
        rules.definitions = ground.definitions
        rules.therapists = ground.therapists
        return rules
    }
}
