import EpisodeEngine
import Intervention

/// All that is written down about a family.
struct FamilyStory: Sendable {
    /// A child's own stream.
    struct Child: Sendable {
        let id: ChildID
        let diary: Diary<ChildCommand>
    }

    /// An episode of a child.
    struct Episode: Sendable {
        let id: EpisodeID
        let model: ModelID
        let diary: Diary<EpisodeCommand>
    }

    var children: [Child] = []
    var episodes: [Episode] = []
}
