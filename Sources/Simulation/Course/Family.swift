import CivilDate
import EpisodeStore
import Intervention

/// A child of an invented family.
struct ChildSketch: Sendable {
    let id: ChildID
    let family: Int
    /// Counted from 1 within the family.
    let number: Int
    var profile: Profile
}

/// What a story is told with: the site, the model's course, and who has the family.
struct StorySetting: Sendable {
    let site: SiteSketch
    let design: CourseDesign
    let team: SiteSketch.Team
    let therapist: Author
    let successor: Author

    var supervisor: Author { Codes.supervisor(team.code) }
}
