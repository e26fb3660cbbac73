/// What stands out in a run of figures, in the order in which the rules are looked at.
package struct RunSignal: Hashable, Sendable {
    /// The rules of "Making data count".
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        /// A figure outside the limits.
        case outside
        /// Seven rising or falling in a row; two alike break the row.
        case trend
        /// Two of three beyond the near limit of one side, all three on that side of the mean.
        case nearLimit = "near-limit"
        /// Seven in a row on one side of the mean.
        case shift
    }

    /// The rule.
    package let rule: Rule
    /// The places of the figures that it marks, from 0, in their order.
    package let points: [Int]
    /// Whether they lie above the mean, or rise.
    package let isHigh: Bool
}

extension RunChart {
    /// Everything that stands out: rule by rule, each stretch once.
    package var signals: [RunSignal] { outside + trends + nearLimit + shifts }

    private var outside: [RunSignal] {
        values.indices.compactMap { place in
            let value = values[place]
            guard value < limits.low || value > limits.high else { return nil }
            return RunSignal(rule: .outside, points: [place], isHigh: value > limits.high)
        }
    }

    private var trends: [RunSignal] {
        [true, false].flatMap { isHigh in
            // A row of seven figures has six steps that go one way.
            let steps = zip(values, values.dropFirst()).map { isHigh ? $1 > $0 : $1 < $0 }
            return RunChart.stretches(steps, atLeast: RunChart.row - 1).map { stretch in
                RunSignal(
                    rule: .trend, points: Array(stretch.lowerBound...stretch.upperBound), isHigh: isHigh)
            }
        }
    }

    private var shifts: [RunSignal] {
        [true, false].flatMap { isHigh in
            let sides = values.map { isHigh ? $0 > mean : $0 < mean }
            return RunChart.stretches(sides, atLeast: RunChart.row).map { stretch in
                RunSignal(rule: .shift, points: Array(stretch), isHigh: isHigh)
            }
        }
    }

    private var nearLimit: [RunSignal] {
        [true, false].compactMap { isHigh in
            func isFar(_ value: Double) -> Bool { isHigh ? value > nearLimits.high : value < nearLimits.low }
            func isOnSide(_ value: Double) -> Bool { isHigh ? value > mean : value < mean }
            var marked: Set<Int> = []
            for start in values.indices.dropLast(2) {
                let three = start..<start + 3
                let far = three.filter { isFar(values[$0]) }
                if far.count >= 2, three.allSatisfy({ isOnSide(values[$0]) }) { marked.formUnion(far) }
            }
            return marked.isEmpty ? nil : RunSignal(rule: .nearLimit, points: marked.sorted(), isHigh: isHigh)
        }
    }

    /// As the rules have it: so many in a row.
    private static let row = 7

    /// Stretches of true, each as long as it goes.
    private static func stretches(_ marks: [Bool], atLeast length: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for place in 0...marks.count where place == marks.count || !marks[place] {
            if place - start >= length { found.append(start..<place) }
            start = place + 1
        }
        return found
    }
}
