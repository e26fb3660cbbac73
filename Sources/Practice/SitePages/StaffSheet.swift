import CivilDate
import Intervention

/// Who works in a site's teams, which trainings they have, and what runs out. People stand in it by code.
package struct StaffSheet: Sendable {
    /// A training that a post asks for.
    package struct Needed: Hashable, Sendable {
        /// What people call it.
        package let title: String
        /// The day on which it was completed; nil while it was not.
        package let completedOn: CivilDate?
        /// By when it is needed; nil while it is not.
        package let dueOn: CivilDate?
    }

    /// Somebody's post.
    package struct Post: Hashable, Sendable {
        /// The post.
        package let post: StaffPost
        /// What it asks for.
        package let trainings: [Needed]
    }

    /// Something that ends, or that is needed by a day.
    package struct Term: Hashable, Sendable {
        /// What it is, within a sentence.
        package let what: String
        /// The last day.
        package let on: CivilDate
    }

    /// A team.
    package struct Team: Sendable {
        /// Its code.
        package let code: TeamCode
        /// Its licence on the day.
        package let licence: LicenceStanding.Licence
        /// Those in post on the day or later, by code.
        package let posts: [Post]
        /// What runs out, the first first.
        package let terms: [Term]
    }

    /// The site's name.
    package let site: String
    /// The day.
    package let day: CivilDate
    /// Its teams, by code.
    package let teams: [Team]

    /// How many days ahead something is said to run out, the nearest first.
    package static let warnings = [7, 30, 90]
}
