import API
import Accounts
import CivilDate

/// Counts the requests of each account in a minute, so that no program takes the service away from the others.
actor RequestRate {
    /// How many an account may send in a minute.
    nonisolated let most: Int
    private var minute: Int64 = 0
    private var counts: [AccountID: Int] = [:]

    init(atMost most: Int) {
        self.most = most
    }

    /// Counts a request.
    /// - Returns: how many are left of this minute; nil when there is none.
    func take(_ account: AccountID, at now: Instant) -> Int? {
        let current = now.microseconds / 60_000_000
        if current != minute { (minute, counts) = (current, [:]) }
        let count = counts[account, default: 0] + 1
        guard count <= most else { return nil }
        counts[account] = count
        return most - count
    }
}
