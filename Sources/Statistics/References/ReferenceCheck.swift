/// A published or independently computed value beside what this build computes.
package struct ReferenceCheck: Hashable, Sendable {
    /// What it is: `wilson 7/10 95 % low`.
    package let name: String
    /// The value that it should have.
    package let reference: Double
    /// The value that it has; not a number where there is none.
    package let computed: Double
    /// How far apart they may lie: by the digits that the reference is given with.
    package let tolerance: Double

    init(_ name: String, _ reference: Double, _ computed: Double?, within tolerance: Double = Digits.ten) {
        self.name = name
        self.reference = reference
        self.computed = computed ?? .nan
        self.tolerance = tolerance
    }

    /// How far apart they lie.
    package var difference: Double { abs(computed - reference) }

    /// Whether they agree.
    package var isHeld: Bool { difference <= tolerance }

    /// Tolerances, by how many digits a reference is given with.
    enum Digits {
        static let ten = 1e-9
        static let nine = 1e-8
        static let six = 1e-6
    }

    /// All of them, by subject. They were computed in double precision with SciPy and, where there is one, agree with the
    /// published source: PHEindicatormethods 2.1.0, NHSRplotthedots, and the 6-MP trial.
    package static let all: [ReferenceCheck] =
        [
            proportions, differences, counts, ratios, funnels, overdispersion, runCharts, sums, survival, incidence,
            changes,
        ].flatMap(\.self)

    /// Checks of each row of a table.
    static func each<Row>(_ rows: [Row], _ checks: (Row) -> [ReferenceCheck]) -> [ReferenceCheck] {
        rows.flatMap(checks)
    }

    /// The two limits of an interval, named.
    static func pair(
        _ name: String, _ low: Double, _ high: Double, _ limits: Interval?, within tolerance: Double = Digits.ten
    ) -> [ReferenceCheck] {
        [
            ReferenceCheck("\(name) low", low, limits?.low, within: tolerance),
            ReferenceCheck("\(name) high", high, limits?.high, within: tolerance),
        ]
    }
}
