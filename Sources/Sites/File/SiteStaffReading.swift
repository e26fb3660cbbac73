import Intervention

/// What could be read of the posts of a team, so that a mistake in one of them hides none in the rota, and makes none
/// there.
struct SiteStaffReading {
    /// The posts that are right.
    var posts: [StaffPost] = []
    /// Those who stand in a post that is wrong: nobody says on which days they are there.
    var unclear: Set<StaffCode> = []
    /// Whether a code could not be read: anybody may be meant by it.
    var hasUnreadableCode = false

    /// All codes that were read, in order, each once.
    var codes: [StaffCode] { unclear.union(posts.map(\.staff)).sorted() }
}
