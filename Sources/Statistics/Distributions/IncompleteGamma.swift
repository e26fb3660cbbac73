import RealModule

/// The regularised incomplete gamma functions, which the tails of counts are made of.
enum IncompleteGamma {
    /// P(a, x), from 0 to 1: the part of a gamma distribution of shape `a`, over 0, that lies below `x`.
    static func lower(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// Q(a, x), the rest of it, exact in the tail where 1 - P would not be.
    static func upper(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// x^a e^-x / gamma(a).
    private static func scale(_ a: Double, _ x: Double) -> Double {
        Double.exp(a * Double.log(x) - x - Double.logGamma(a))
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var (term, sum, n) = (1 / a, 1 / a, a)
        while abs(term) > abs(sum) * Double.ulpOfOne / 4 {
            n += 1
            term *= x / n
            sum += term
        }
        return sum * scale(a, x)
    }

    /// Lentz's way with the continued fraction.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = Double.leastNormalMagnitude / Double.ulpOfOne
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var h = d
        var i = 0.0
        while true {
            i += 1
            let an = -i * (i - a)
            b += 2
            d = an * d + b
            if abs(d) < tiny { d = tiny }
            c = b + an / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let change = d * c
            h *= change
            if abs(change - 1) < Double.ulpOfOne { return h * scale(a, x) }
        }
    }
}
