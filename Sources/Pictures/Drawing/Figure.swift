import Statistics

/// How numbers are written in a picture.
package enum Figure: Hashable, Sendable {
    /// A share from 0 to 1, written in per cent.
    case share
    /// A number with so many decimals.
    case number(Decimals)

    /// A number as it is written in a sentence or table: `81.6%`, `0.77`.
    func text(_ number: Double) -> String {
        switch self {
        case .share: Figure.decimal(number * 100, .one) + "%"
        case .number(let decimals): Figure.decimal(number, decimals)
        }
    }

    /// A number as it is written at an axis that goes in steps: `80%`.
    func tick(_ number: Double, step: Double) -> String {
        guard case .number = self else { return Figure.decimal(number * 100, .none) + "%" }
        return Figure.decimal(number, step >= 1 ? .none : step >= 0.1 ? .one : .two)
    }

    /// Rounded half away from 0.
    private static func decimal(_ number: Double, _ decimals: Decimals) -> String {
        let scale = (0..<decimals.number).reduce(1) { scale, _ in scale * 10 }
        let scaled = (number * Double(scale)).rounded()
        guard scaled.magnitude < 1e15 else { return "\(number)" }
        let (whole, rest) = Int(scaled).magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let sign = scaled < 0 ? "-" : ""
        guard decimals.number > 0 else { return "\(sign)\(whole)" }
        let digits = String(rest)
        return "\(sign)\(whole)." + String(repeating: "0", count: decimals.number - digits.utf8.count) + digits
    }
}
