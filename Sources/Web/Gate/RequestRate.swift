import CivilDate

/// Counts requests in a minute by who sends them, so that nobody takes the service away from the others.
actor RequestRate<Sender: Hashable & Sendable> {
    /// How many each may send in a minute.
    nonisolated let most: Int
    private var minute: Int64 = 0
    private var counts: [Sender: Int] = [:]

    init(atMost most: Int) {
        self.most = most
    }

    /// Counts a request.
    /// - Returns: how many are left of this minute; nil when there is none.
    func take(_ sender: Sender, at now: Instant) -> Int? {
        let current = now.microseconds / 60_000_000
        if current != minute { (minute, counts) = (current, [:]) }
        let count = counts[sender, default: 0] + 1
        guard count <= most else { return nil }
        counts[sender] = count
        return most - count
    }
}
