/// A session of the whole team: supervision, consultation with the expert, or a booster.
public struct TeamSession: Hashable, Sendable {
    /// Its id.
    public var id: TeamSessionID
    /// Who was there, each once, by code; empty when nobody noted it.
    public let staff: [StaffCode]
    /// The episodes that were discussed, each once, by id; empty when nobody noted them.
    public let episodes: [EpisodeID]

    /// A session.
    /// - Parameters:
    ///   - staff: who was there, in any order.
    ///   - episodes: what was discussed, in any order.
    public init(id: TeamSessionID, with staff: [StaffCode] = [], discussing episodes: [EpisodeID] = []) {
        self.id = id
        self.staff = Set(staff).sorted()
        self.episodes = Set(episodes).sorted()
    }
}
