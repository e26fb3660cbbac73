import Sites

/// What the one who runs the service decides about its nights.
package struct NightSettings: Hashable, Sendable {
    /// When the night's work may begin, as clocks show it at each site that has no time of its own.
    package var time: LocalTime
    /// By when a night is to be done; later is an alarm.
    package var lateAt: LocalTime
    /// How many sites are worked on at once, at least 1.
    package var width: Int
    /// How long a worker that is not heard of keeps what it holds, in seconds; at least 1.
    package var leaseSeconds: Int
    /// Minutes between the end of a run and the sending of its messages, at least 0.
    package var holdMinutes: Int
    /// How often a failing occurrence is tried before a person has to see to it, at least 1.
    package var mostTries: Int

    /// Settings; every one has its usual value.
    package init(
        time: LocalTime = .usualNight, lateAt: LocalTime = .usualMorning, width: Int = 2, leaseSeconds: Int = 60,
        holdMinutes: Int = 0, mostTries: Int = 5
    ) {
        self.time = time
        self.lateAt = lateAt
        self.width = width
        self.leaseSeconds = leaseSeconds
        self.holdMinutes = holdMinutes
        self.mostTries = mostTries
    }

    /// Minutes until a failed occurrence is tried again, after so many tries.
    func pause(afterTries tries: Int) -> Int { [1, 5, 15, 60][min(max(tries, 1), 4) - 1] }
}
