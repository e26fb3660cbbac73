internal import CivilDate

/// Within which time nobody but the owner replaces both the password and the second factor of an account: whoever did would
/// be the account.
package struct ReplacementRule: Hashable, Sendable {
    /// How long the same hand is refused the other part, in days.
    package let days: Int

    /// The days that there can be.
    package static let allowed = 1...365

    /// A rule.
    /// - Parameter days: 30 by default; cut to ``allowed``.
    package init(days: Int = 30) {
        self.days = min(max(days, ReplacementRule.allowed.lowerBound), ReplacementRule.allowed.upperBound)
    }

    /// The instant since which a replacement counts.
    func since(_ now: Instant) -> Instant { now.adding(seconds: -Int64(days) * 24 * 60 * 60) }
}
