import Intervention

extension Screening {
    /// A family is accepted before anything else of that day, and declined after the visits of that day.
    var rank: Int {
        switch verdict {
        case .accepted: EventName.screened.rank
        case .declined: EventName.closed.rank
        }
    }
}

extension EpisodeEvent {
    /// By name, but for a decision, of which it depends on what was decided.
    package var rank: Int {
        if case .screened(let screening) = self { screening.rank } else { name.rank }
    }
}

extension EpisodeCommand {
    /// As the event that it asks for.
    package var rank: Int {
        if case .screen(let screening) = self { screening.rank } else { eventName.rank }
    }
}
