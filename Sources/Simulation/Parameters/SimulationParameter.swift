/// A number that an invented network is made from, with its unit and where it comes from.
package struct SimulationParameter: Hashable, Sendable {
    /// What one of it is.
    package enum Unit: String, Hashable, Sendable {
        case share
        case days
        case score
        case perWeek = "a week"
        case years
        case events
        case points
    }

    /// Its name in the table.
    package let key: String
    /// The number.
    package let value: Double
    /// What one of it is.
    package let unit: Unit
    /// The public source, or `assumed`.
    package let source: String

    init(_ key: String, _ value: Double, _ unit: Unit, _ source: String) {
        self.key = key
        self.value = value
        self.unit = unit
        self.source = source
    }

    /// The number as people write it: shares in per cent, all others with as many decimals as they need, at most two.
    package var text: String {
        unit == .share || unit == .points
            ? SimulationParameter.decimals(value * 100, 1) + "%" : SimulationParameter.decimals(value, 2)
    }

    private static func decimals(_ value: Double, _ places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        var digits = String(scaled % scale)
        digits = String(repeating: "0", count: places - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return digits.isEmpty ? "\(scaled / scale)" : "\(scaled / scale).\(digits)"
    }
}
