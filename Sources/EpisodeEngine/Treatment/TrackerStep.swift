import Intervention

/// A step of a tracker that a fact makes when the tracker stands at one of its beginnings.
///
/// A fact keeps every step that it can make. Which of them it makes follows from where the tracker stands on that
/// place of the timeline, so that a late entry or a correction before it moves on what comes after.
package struct TrackerStep: Hashable, Sendable {
    /// The tracker.
    package var tracker: TrackerKey
    /// The states that it leads from.
    package var from: [TrackerStateKey]
    /// Whether the state that the tracker begins in is one of them.
    package var isFromStart: Bool
    /// The state that it leads to.
    package var to: TrackerStateKey

    /// A step.
    package init(tracker: TrackerKey, from: [TrackerStateKey], isFromStart: Bool, to: TrackerStateKey) {
        self.tracker = tracker
        self.from = from
        self.isFromStart = isFromStart
        self.to = to
    }

    /// Whether it leads on from a state; nil is where the tracker begins.
    func leads(from state: TrackerStateKey?) -> Bool {
        state.map(from.contains) ?? isFromStart
    }
}

extension EpisodeFacts {
    /// The step that a fact makes of a tracker; nil when none leads on from where it stands.
    func step(of tracker: TrackerKey, among steps: [TrackerStep], about subject: FactSubject) -> TrackerStep? {
        let state = trackerSpells.last { $0.tracker == tracker && $0.about == subject }?.state
        return steps.first { $0.tracker == tracker && $0.leads(from: state) }
    }
}
