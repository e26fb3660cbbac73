import CivilDate

/// What a condition is asked of.
public struct ConditionContext: Sendable {
    /// The episode.
    public let episode: EpisodeFacts
    /// Whom it is asked about.
    public let about: FactSubject
    /// The values that the model runs on.
    public let settings: ModelSettings
    /// The model's trackers, for the states that they begin in.
    public let trackers: [Tracker]
    /// The day; what happened later is not looked at.
    public let day: CivilDate

    /// Where the facts of each kind stand, in order: conditions look for a few kinds among many facts.
    private let placesByKind: [FactKind: [Int]]

    /// A context.
    public init(
        _ episode: EpisodeFacts, about: FactSubject = .family, settings: ModelSettings, trackers: [Tracker],
        on day: CivilDate
    ) {
        self.episode = episode
        self.about = about
        self.settings = settings
        self.trackers = trackers
        self.day = day
        var places: [FactKind: [Int]] = [:]
        for (place, dated) in episode.facts.enumerated() where dated.from <= day {
            places[dated.fact.kind, default: []].append(place)
        }
        placesByKind = places
    }

    /// The places of the facts of a kind through ``day``, in order.
    func places(of kind: FactKind) -> [Int] { placesByKind[kind] ?? [] }
}
