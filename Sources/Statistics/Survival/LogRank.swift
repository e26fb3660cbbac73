import RealModule

/// Whether two groups differ in how soon something happens.
package struct LogRank: Hashable, Sendable {
    /// Events in the first group.
    package let observed: Int
    /// Events that it would have had if both were alike.
    package let expected: Double
    /// The variance of that.
    package let variance: Double

    /// The test over two groups.
    package init<Cause>(_ first: [Watched<Cause>], _ second: [Watched<Cause>]) {
        func ends(_ cases: [Watched<Cause>]) -> [Int: (all: Int, events: Int)] {
            cases.reduce(into: [:]) { ends, one in
                ends[one.time, default: (0, 0)].all += 1
                if one.cause != nil { ends[one.time, default: (0, 0)].events += 1 }
            }
        }
        let (ones, others) = (ends(first), ends(second))
        var (n1, n2, observed, expected, variance) = (first.count, second.count, 0, 0.0, 0.0)
        for time in Set(ones.keys).union(others.keys).sorted() {
            let (one, other) = (ones[time] ?? (0, 0), others[time] ?? (0, 0))
            let (n, d) = (Double(n1 + n2), Double(one.events + other.events))
            if d > 0 {
                let part = Double(n1) / n
                observed += one.events
                expected += d * part
                if n > 1 { variance += d * part * (1 - part) * (n - d) / (n - 1) }
            }
            n1 -= one.all
            n2 -= other.all
        }
        self.observed = observed
        self.expected = expected
        self.variance = variance
    }

    /// Chi-square of one degree of freedom; nil where nothing can vary.
    package var chiSquare: Double? {
        let distance = Double(observed) - expected
        return variance > 0 ? distance * distance / variance : nil
    }

    /// How likely so great a difference is when both are alike; nil where nothing can vary.
    package var probability: Double? { chiSquare.map { Double.erfc(($0 / 2).squareRoot()) } }
}
