import Postgres
import Statistics

/// One row of `sql/reports/referral-spans.sql`: referrals of one model that have the same amount of something.
struct ReferralSpan: Hashable, Sendable {
    /// What is measured; the raw value is that of the statement.
    enum Measure: String, CaseIterable, Hashable, Sendable {
        /// The child's age at referral, in whole years.
        case age
        /// Days from the referral to its decision.
        case referralToDecision = "referral_to_decision"
        /// Days from the decision to the first session, of accepted referrals.
        case decisionToStart = "decision_to_start"
        /// Days from the referral to the first session, of accepted referrals.
        case referralToStart = "referral_to_start"
        /// Days from the first provision by social care on record to the referral.
        case knownBefore = "known_before"
    }

    /// The model's id, or `all`.
    var model: String
    /// What is measured.
    var measure: Measure
    /// Years or days; nil where it is not known, or the step was not taken.
    var amount: Int?
    /// How many referrals.
    var referrals: Int
}

extension ReferralSpan {
    init(row: Row) throws {
        guard let measure = Measure(rawValue: try row.decode("span", as: String.self)) else {
            throw ReportFault.impossibleReferrals
        }
        self.init(
            model: try row.decode("model"), measure: measure, amount: try row.decode("amount", as: Int?.self),
            referrals: try row.decode("referrals"))
    }
}

/// The middle of some days, and the quarters beside it.
package struct DaySpread: Hashable, Sendable {
    /// A quarter took no longer; between two days where it lies between them.
    package let lower: Double
    /// Half took no longer.
    package let median: Double
    /// Three quarters took no longer.
    package let upper: Double

    /// The spread of amounts with how often each is there; nil of nothing.
    init?(of amounts: [(days: Int, count: Int)]) {
        let sorted = amounts.filter { $0.count > 0 }.sorted { $0.days < $1.days }
        let total = sorted.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        func day(at place: Int) -> Int {
            var passed = 0
            for amount in sorted {
                passed += amount.count
                if place < passed { return amount.days }
            }
            return sorted.last?.days ?? 0
        }
        // Between the two nearest of the ordered amounts, as `percentile_cont` of SQL has it.
        func quantile(_ quarters: Int) -> Double {
            let (place, rest) = ((total - 1) * quarters).quotientAndRemainder(dividingBy: 4)
            let low = Double(day(at: place))
            guard rest > 0 else { return low }
            return low + (Double(day(at: place + 1)) - low) * Double(rest) / 4
        }
        lower = quantile(1)
        median = quantile(2)
        upper = quantile(3)
    }
}

extension [ReferralSpan] {
    /// How many referrals meet a condition.
    func total(_ isCounted: (ReferralSpan) -> Bool = { _ in true }) -> Int {
        reduce(0) { $0 + (isCounted($1) ? $1.referrals : 0) }
    }

    /// The spread of the amounts that are known.
    var spread: DaySpread? {
        DaySpread(of: compactMap { span in span.amount.map { ($0, span.referrals) } })
    }
}
