/// An adherence score from 0 to 1, kept exactly in billionths so that sums and comparisons never round.
public struct AdherenceScore: Hashable, Comparable, Sendable {
    /// 0 to 1,000,000,000.
    public let billionths: Int64

    /// One whole in billionths.
    public static let whole: Int64 = 1_000_000_000

    /// A score, or nil when it lies outside 0 to 1.
    public init?(billionths: Int64) {
        guard (0...AdherenceScore.whole).contains(billionths) else { return nil }
        self.billionths = billionths
    }

    /// A score written as a decimal number with at most nine decimals (`0.61`, `1`, `.5`); nil for any other form or
    /// outside 0 to 1.
    public init?(decimal text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let wholePart = parts.first, parts.count <= 2, wholePart.utf8.count <= 2,
            wholePart.utf8.allSatisfy(AdherenceScore.isDigit)
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= 9, fraction.utf8.allSatisfy(AdherenceScore.isDigit),
            !(wholePart.isEmpty && fraction.isEmpty)
        else { return nil }
        let scaled = fraction + String(repeating: "0", count: 9 - fraction.utf8.count)
        guard let whole = wholePart.isEmpty ? 0 : Int64(wholePart), let rest = Int64(scaled) else { return nil }
        self.init(billionths: whole * AdherenceScore.whole + rest)
    }

    /// The share of items that were answered as the instrument wants, rounded half up to a billionth.
    /// - Parameters:
    ///   - counted: 0 to `answered`.
    ///   - answered: at least 1.
    public init?(counted: Int, ofAnswered answered: Int) {
        guard answered > 0, (0...answered).contains(counted) else { return nil }
        let doubled = 2 * Int64(counted) * AdherenceScore.whole + Int64(answered)
        self.init(billionths: doubled / (2 * Int64(answered)))
    }

    /// Lower scores come first.
    public static func < (lhs: AdherenceScore, rhs: AdherenceScore) -> Bool {
        lhs.billionths < rhs.billionths
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension AdherenceScore: CustomStringConvertible {
    /// The score as a decimal number without trailing zeros: `0.61`.
    public var description: String {
        let whole = billionths / AdherenceScore.whole
        let rest = billionths % AdherenceScore.whole
        guard rest != 0 else { return "\(whole)" }
        var digits = String(rest)
        digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}

/// How a score is compared with a threshold. Which of the two the instrument's owner means is unverified
/// (`clinical.md` 5.1), so it is a parameter; the default is `>=`.
public enum ThresholdOperator: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case above = ">"
}
