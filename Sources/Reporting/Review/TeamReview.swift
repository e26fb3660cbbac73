import Intervention
import Statistics

/// A team as a programme review looks at it, on the last day of its period.
package struct TeamReview: Hashable, Sendable {
    /// The posts of one role.
    package struct Posts: Hashable, Sendable {
        /// The role.
        package let role: StaffRole
        /// How many people hold a post on the last day.
        package let people: Int
        /// What their posts add up to, in hundredths of a full-time post.
        package let hundredths: Int
        /// Posts that began within the period.
        package let began: Int
        /// Posts whose last day lies within the period.
        package let ended: Int

        /// The posts of a role.
        package init(role: StaffRole, people: Int, hundredths: Int, began: Int, ended: Int) {
            self.role = role
            self.people = people
            self.hundredths = hundredths
            self.began = began
            self.ended = ended
        }
    }

    /// A training that the model asks for.
    package struct Training: Hashable, Sendable {
        /// The training.
        package let kind: TrainingKind
        /// The name that people use.
        package let title: String
        /// Who completed it by the last day, of those in a post that needs it.
        package let completed: Proportion

        /// A training.
        package init(_ kind: TrainingKind, _ title: String, completed: Proportion) {
            self.kind = kind
            self.title = title
            self.completed = completed
        }
    }

    /// Sessions of one kind that were held within the period.
    package struct Sessions: Hashable, Sendable {
        /// Supervisions.
        package let supervisions: Int
        /// Consultations with the expert.
        package let consultations: Int
        /// Boosters.
        package let boosters: Int

        /// So many of each.
        package init(supervisions: Int, consultations: Int, boosters: Int) {
            self.supervisions = supervisions
            self.consultations = consultations
            self.boosters = boosters
        }
    }

    /// The team.
    package let team: TeamCode
    /// The model that it delivers.
    package let model: ModelID
    /// Open families on the last day.
    package let families: Int
    /// Those of them that nobody is named for.
    package let unallocated: Int
    /// Who is, was or came in post, by role; none where the site's file states nobody.
    package let posts: [Posts]
    /// The trainings that the model asks for, in its order.
    package let trainings: [Training]
    /// What was held.
    package let sessions: Sessions

    /// A team.
    package init(
        _ team: TeamCode, delivering model: ModelID, families: Int, unallocated: Int, posts: [Posts],
        trainings: [Training], sessions: Sessions
    ) {
        self.team = team
        self.model = model
        self.families = families
        self.unallocated = unallocated
        self.posts = posts
        self.trainings = trainings
        self.sessions = sessions
    }
}
