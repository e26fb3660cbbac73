/// A share of a full-time post in hundredths: 1 to 100.
public struct FTE: Hashable, Comparable, Sendable {
    /// 1 to 100.
    public let hundredths: Int

    /// A whole post.
    public static let full = FTE(unchecked: 100)

    /// A share, or nil outside 1 to 100.
    public init?(hundredths: Int) {
        guard (1...FTE.full.hundredths).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// A share written as a decimal number with at most two decimals (`1`, `0.5`, `0.75`), or nil for any other form, for
    /// 0 and above 1.
    public init?(decimal text: some StringProtocol) {
        guard let exact = AdherenceScore(decimal: text) else { return nil }
        let hundredth = AdherenceScore.whole / Int64(FTE.full.hundredths)
        guard exact.billionths.isMultiple(of: hundredth) else { return nil }
        self.init(hundredths: Int(exact.billionths / hundredth))
    }

    /// Smaller shares come first.
    public static func < (lhs: FTE, rhs: FTE) -> Bool {
        lhs.hundredths < rhs.hundredths
    }

    private init(unchecked hundredths: Int) {
        self.hundredths = hundredths
    }
}

extension FTE: CustomStringConvertible {
    /// The share as a decimal number: `0.5`, `1`.
    public var description: String {
        let share = AdherenceScore(counted: hundredths, ofAnswered: FTE.full.hundredths)
        return share?.description ?? "\(hundredths)/\(FTE.full.hundredths)"
    }
}
