import Statistics

/// Figures as people read them.
enum Written {
    /// A number with so many decimals, rounded half away from zero; `n/a` for what is no number.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "n/a" }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return sign + padded }
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// A share from 0 to 1 in per cent with one decimal: `81.6%`.
    static func percent(_ share: Double) -> String { decimal(share * 100, places: 1) + "%" }

    /// Two shares in per cent: `71.2 to 98.0%`; `n/a` where there is none.
    static func percents(_ interval: Interval?) -> String {
        interval.map { "\(decimal($0.low * 100, places: 1)) to \(percent($0.high))" } ?? "n/a"
    }
}

extension Proportion {
    /// `3/8`.
    var countsText: String { "\(numerator)/\(denominator)" }

    /// The share in per cent with one decimal, or `n/a` of nothing.
    var percentText: String { percent.map { $0 + "%" } ?? "n/a" }

    /// Both: `37.5% (3/8)`.
    var shareText: String { "\(percentText) (\(countsText))" }

    /// The same in words: `37.5%, 3 of 8`.
    var counts: String { "\(percentText), \(numerator) of \(denominator)" }
}
