import Postgres

/// One row of `sql/reports/referrals.sql`: referrals of one model that are alike.
struct ReferralCount: Hashable, Sendable {
    /// The model's id, or `all`.
    var model: String
    /// Whether the day of referral lies in the period.
    var isReceived = true
    /// Whether the day of decision lies in the period.
    var isDecided = false
    /// Who referred; nil when it is not known.
    var source: String?
    /// `pending`, `accepted` or `declined`.
    var decision: String
    /// Why it was declined.
    var reason: String?
    /// Where a declined family was sent on to; nil when nobody said.
    var onward: String?
    /// Whether treatment began.
    var isStarted = false
    /// How many there are.
    var referrals: Int
}

extension ReferralCount {
    init(row: Row) throws(PostgresFault) {
        self.init(
            model: try row.decode("model"), isReceived: try row.decode("is_received"),
            isDecided: try row.decode("is_decided"), source: try row.decode("referral_source"),
            decision: try row.decode("decision"), reason: try row.decode("decline_reason"),
            onward: try row.decode("onward_service"), isStarted: try row.decode("is_started"),
            referrals: try row.decode("referrals")
        )
    }
}

extension [ReferralCount] {
    /// How many referrals meet a condition.
    func total(_ isCounted: (ReferralCount) -> Bool = { _ in true }) -> Int {
        reduce(0) { $0 + (isCounted($1) ? $1.referrals : 0) }
    }
}
