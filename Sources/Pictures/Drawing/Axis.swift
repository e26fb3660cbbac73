/// Numbers along one side of a drawing, and where each of them stands.
struct Axis {
    /// The least and greatest number.
    let low: Double
    let high: Double
    /// Where they stand.
    let start: Double
    let end: Double
    /// How far the numbers that are written lie apart.
    let step: Double

    /// Where a number stands; one outside stands at the end that is nearer to it.
    func place(of number: Double) -> Double {
        guard high > low else { return start }
        return start + (min(high, max(low, number)) - low) / (high - low) * (end - start)
    }

    /// Whether a number lies on it.
    func holds(_ number: Double) -> Bool { number >= low && number <= high }

    /// The numbers that are written: whole multiples of ``step``.
    var ticks: [Double] {
        guard step > 0 else { return [] }
        let (first, last) = ((low / step).rounded(.up), (high / step + 0.000_001).rounded(.down))
        guard first <= last else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Shares as far as they are needed: from and to whole steps of five or more points.
    static func shares(holding shares: [Double], start: Double, end: Double) -> Axis {
        let (least, most) = (max(0, shares.min() ?? 0), min(1, shares.max() ?? 1))
        let span = most - least
        let points = span <= 0.25 ? 5.0 : span <= 0.6 ? 10 : 20
        var low = (least * 100 / points - 0.000_001).rounded(.down) * points / 100
        var high = (most * 100 / points).rounded(.up) * points / 100
        low = max(0, low)
        if high - low < points / 50 { high = min(1, low + points / 50) }
        if high - low < points / 50 { low = max(0, high - points / 50) }
        return Axis(low: low, high: min(1, high), start: start, end: end, step: points / 100)
    }

    /// Counts from 0 to at least as many as there are.
    static func counts(upTo most: Int, start: Double, end: Double) -> Axis {
        let step = niceStep(Double(max(1, most)) / 5, least: 1)
        let high = (Double(max(1, most)) / step).rounded(.up) * step
        return Axis(low: 0, high: high, start: start, end: end, step: step)
    }

    /// Any numbers.
    static func numbers(holding numbers: [Double], start: Double, end: Double) -> Axis {
        let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 1)
        let step = niceStep(max(most - least, abs(most) / 100, 0.000_001) / 5, least: 0.000_001)
        let low = (least / step).rounded(.down) * step
        let high = max((most / step).rounded(.up) * step, low + step)
        return Axis(low: low, high: high, start: start, end: end, step: step)
    }

    /// The next of 1, 2, 5, 10, 20 and so on.
    private static func niceStep(_ wanted: Double, least: Double) -> Double {
        var base = least
        while true {
            for factor in [1.0, 2, 5] where base * factor >= wanted { return base * factor }
            base *= 10
        }
    }
}
