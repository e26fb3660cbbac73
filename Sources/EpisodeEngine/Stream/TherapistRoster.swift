import CivilDate
import Intervention

/// Who the therapists of each team are and were, as the site's configuration says.
package struct TherapistRoster: Hashable, Sendable {
    private let posts: [TeamID: [StaffPost]]

    /// A roster of staff in post by team; where nobody says so, nobody is known to be a therapist.
    package init(_ posts: [TeamID: [StaffPost]] = [:]) {
        self.posts = posts.mapValues { $0.filter { $0.role == .therapist } }
    }

    /// The teams in which somebody is a therapist on a day, in order.
    func teams(of staff: StaffCode, on day: CivilDate) -> [TeamID] {
        posts.filter { $0.value.contains { $0.staff == staff && $0.covers(day) } }.keys.sorted()
    }
}
