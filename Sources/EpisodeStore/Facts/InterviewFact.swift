import CivilDate
import Intervention

/// What reports may know of a valid adherence interview: its day, its score, and who had the family on that day.
struct InterviewFact: Hashable, Sendable {
    /// The version of this form; it rises when a column changes its meaning.
    static let shape: Int16 = 1

    let id: InterviewID
    let on: CivilDate
    let team: TeamID
    /// The lead therapist; nil while nobody was named.
    let therapist: StaffCode?
    let score: AdherenceScore

    /// All valid interviews of an episode.
    static func all(of episode: EpisodeFacts) -> [InterviewFact] {
        episode.validInterviews.compactMap { interview in
            guard let score = interview.score else { return nil }
            let assignment = episode.assignment(on: interview.on)
            return InterviewFact(
                id: interview.interview.id, on: interview.on, team: assignment?.team ?? episode.referral.team,
                therapist: assignment?.therapist, score: score)
        }
    }
}
