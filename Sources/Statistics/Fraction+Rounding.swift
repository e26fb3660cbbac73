extension Fraction {
    /// The fraction as a decimal number with exactly so many decimals, rounded half up from the exact value: 12.25
    /// becomes `12.3` with one decimal, which a binary fraction would not always give.
    package func rounded(to decimals: Decimals) -> String {
        let scale = (0..<decimals.number).reduce(Int128(1)) { scale, _ in scale * 10 }
        let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        var remainder = rest
        var shifted: Int128 = 0
        // Long division, digit by digit, in full width: no product overflows.
        for _ in 0..<decimals.number {
            let (digit, next) = denominator.dividingFullWidth(remainder.multipliedFullWidth(by: 10))
            shifted = shifted * 10 + digit
            remainder = next
        }
        if remainder >= denominator - remainder { shifted += 1 }
        let carried = whole + shifted / scale
        guard decimals.number > 0 else { return "\(carried)" }
        let digits = String(shifted % scale)
        return "\(carried)." + String(repeating: "0", count: decimals.number - digits.utf8.count) + digits
    }
}
