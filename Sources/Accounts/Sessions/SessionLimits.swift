package import CivilDate

/// How long a session holds. Settings may make it shorter, never longer.
package struct SessionLimits: Hashable, Sendable {
    /// The longest that a session may be idle: 30 minutes.
    package static let longestIdle: Int64 = 30 * 60
    /// The longest that a session may last whatever is done in it: 12 hours.
    package static let longestWhole: Int64 = 12 * 60 * 60
    /// How long the second factor counts as just given: 10 minutes.
    package static let stepUp: Int64 = 10 * 60
    /// How long before the end of idleness a page warns: 5 minutes.
    package static let warning: Int64 = 5 * 60
    /// How long a session that is not signed in yet lasts: 15 minutes.
    package static let unfinished: Int64 = 15 * 60

    /// Seconds without a request after which a session ends.
    package let idle: Int64
    /// Seconds after its beginning at which a session ends.
    package let whole: Int64

    /// Limits, cut down to the longest that there may be.
    package init(idle: Int64 = longestIdle, whole: Int64 = longestWhole) {
        self.idle = min(max(idle, 60), SessionLimits.longestIdle)
        self.whole = min(max(whole, 60), SessionLimits.longestWhole)
    }

    /// Whether a second factor counts as just given.
    /// - Parameter given: when it was given last; nil when it was not.
    package static func isSteppedUp(since given: Instant?, at now: Instant) -> Bool {
        guard let given else { return false }
        return now < given.adding(seconds: stepUp)
    }
}

extension Instant {
    /// So many seconds later (earlier when negative).
    func adding(seconds: Int64) -> Instant { adding(microseconds: seconds * 1_000_000) }
}
