extension ReferenceCheck {
    /// The two series of the run chart.
    static let runCharts: [ReferenceCheck] = [
        chart(
            "run chart", RunChart(first), mean: 35.0 / 18, range: 1.8823529412, limits: (-3.0626143791, 6.9515032680),
            near: (-1.3935947712, 5.2824836601)),
        chart(
            "run chart screened", RunChart(first, screening: true), mean: 35.0 / 18, range: 1,
            limits: (-0.7155555556, 4.6044444444), near: (0.1711111111, 3.7177777778)),
        chart(
            "second run chart", RunChart(second, screening: true), mean: 13.7857142857, range: 2.4615384615,
            limits: (7.2380219780, 20.3334065934), near: (9.4205860806, 18.1508424908)),
    ].flatMap(\.self)

    private static let first: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    private static let second: [Double] = [12, 15, 11, 14, 13, 16, 12, 15, 14, 13, 11, 14, 17, 16]

    private static func chart(
        _ name: String, _ chart: RunChart?, mean: Double, range: Double, limits: (Double, Double),
        near: (Double, Double)
    ) -> [ReferenceCheck] {
        [
            ReferenceCheck("\(name) mean", mean, chart?.mean),
            ReferenceCheck("\(name) mean range", range, chart?.meanRange),
        ]
            + pair("\(name) limit", limits.0, limits.1, chart?.limits)
            + pair("\(name) near limit", near.0, near.1, chart?.nearLimits)
    }

    /// Weights and a sequence of the cumulative sum.
    static let sums: [ReferenceCheck] =
        each(weights) { ratio, risk, event, none in
            let sum = CumulativeSum(oddsRatio: ratio)
            let name = "ratio \(ratio), risk \(risk)"
            return [
                ReferenceCheck("weight of an event, \(name)", event, sum?.weight(event: true, risk: risk)),
                ReferenceCheck("weight of none, \(name)", none, sum?.weight(event: false, risk: risk)),
            ]
        } + sequence

    private static let weights: [(Double, Double, Double, Double)] = [
        (2, 0.05, 0.6443570164, -0.0487901642), (2, 0.1, 0.5978370008, -0.0953101798),
        (2, 0.2, 0.5108256238, -0.1823215568), (2, 0.3, 0.4307829161, -0.2623642645),
        (0.5, 0.1, -0.6418538862, 0.0512932944),
    ]

    private static let sequence: [ReferenceCheck] = {
        var sum = CumulativeSum(oddsRatio: 2)
        for (event, risk) in [(false, 0.1), (true, 0.2), (false, 0.1), (true, 0.1), (true, 0.3), (false, 0.2)] {
            sum?.add(event: event, risk: risk)
        }
        let wanted = [0, 0.5108256238, 0.4155154440, 1.0133524447, 1.4441353608, 1.2618138040]
        return wanted.indices.map { ReferenceCheck("cumulative sum \($0 + 1)", wanted[$0], sum?.values[$0]) }
    }()

    /// Reliable change.
    static let changes: [ReferenceCheck] =
        each(reliable) { deviation, reliability, measurement, difference, least in
            let change = ReliableChange(deviation: deviation, reliability: reliability)
            let name = "reliable change \(deviation), \(reliability)"
            return [
                ReferenceCheck("\(name) error", measurement, change?.errorOfMeasurement, within: twoDecimals),
                ReferenceCheck(
                    "\(name) error of difference", difference, change?.errorOfDifference, within: twoDecimals),
                ReferenceCheck("\(name) least", least, change?.least, within: twoDecimals),
            ]
        } + envelope

    private static let reliable: [(Double, Double, Double, Double, Double)] = [
        (7.30, 0.79, 3.35, 4.73, 9.27), (12.90, 0.91, 3.87, 5.47, 10.73),
    ]

    private static let envelope: [ReferenceCheck] = [
        ReferenceCheck("known 37 of 39 of 45", 0.9487179487, known?.amongKnown?.value),
        ReferenceCheck("known 37 of 39 of 45 least", 0.8222222222, known?.least?.value),
        ReferenceCheck("known 37 of 39 of 45 most", 0.9555555556, known?.most?.value),
    ]

    private static let known = KnownOfAll(yes: 37, known: 39, all: 45)
    /// The source prints two decimals.
    private static let twoDecimals = 0.005
}
