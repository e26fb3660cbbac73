extension ReferenceCheck {
    private enum Cause: Hashable, Sendable { case placed, withdrew }

    /// Weeks in remission under 6-MP; below 0 for those whose watching ended.
    private static let treated = watched([
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
    ])
    private static let others = watched([
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
    ])

    private static func watched(_ times: [Int]) -> [Watched<Cause>] {
        times.compactMap { Watched(abs($0), $0 > 0 ? .placed : nil) }
    }

    /// The 6-MP trial: curves, medians, means up to a horizon and the log-rank test.
    static let survival: [ReferenceCheck] = [
        each(steps) { time, share, error, low, high in
            let step = curve.steps.first { $0.time == time }
            let value = [
                ReferenceCheck("survival at \(time)", share, step?.share),
                ReferenceCheck("survival at \(time) error", error, step?.error),
            ]
            return value + pair("survival at \(time) 95 %", low, high, step?.limits)
        },
        medians, logRank,
        each(means) { horizon, one, two in
            [
                ReferenceCheck("mean to \(horizon)", one, curve.restrictedMean(to: horizon)),
                ReferenceCheck("second mean to \(horizon)", two, other.restrictedMean(to: horizon)),
            ]
        },
    ].flatMap(\.self)

    private static let curve = SurvivalCurve(treated)
    private static let other = SurvivalCurve(others)
    private static let logRankTest = LogRank(treated, others)

    private static let medians: [ReferenceCheck] = [
        ReferenceCheck("survival median", 23, curve.median.map { Double($0) }),
        ReferenceCheck("survival median low", 13, curve.medianLimits.low.map { Double($0) }),
        ReferenceCheck("second survival median", 8, other.median.map { Double($0) }),
        ReferenceCheck("second survival median low", 4, other.medianLimits.low.map { Double($0) }),
        ReferenceCheck("second survival median high", 11, other.medianLimits.high.map { Double($0) }),
        ReferenceCheck("second survival at 8", 0.3809523810, other.share(at: 8)),
        ReferenceCheck("second survival at 8 error", 0.1059711696, other.steps.first { $0.time == 8 }?.error),
    ]

    private static let logRank: [ReferenceCheck] = [
        ReferenceCheck("log-rank observed", 9, Double(logRankTest.observed)),
        ReferenceCheck("log-rank expected", 19.2505009480, logRankTest.expected),
        ReferenceCheck("log-rank variance", 6.2569605737, logRankTest.variance),
        ReferenceCheck("log-rank chi-square", 16.7929409892, logRankTest.chiSquare),
        ReferenceCheck("log-rank p", 4.168809e-5, logRankTest.probability, within: 1e-11),
    ]

    private static let steps: [(Int, Double, Double, Double, Double)] = [
        (6, 0.8571428571, 0.0763603548, 0.6197179553, 0.9515517476),
        (7, 0.8067226891, 0.0869352852, 0.5631465646, 0.9228090192),
        (10, 0.7529411765, 0.0963496530, 0.5031995108, 0.8893618352),
        (13, 0.6901960784, 0.1068147078, 0.4316102225, 0.8490659633),
        (16, 0.6274509804, 0.1140538653, 0.3675108560, 0.8049121895),
        (22, 0.5378151261, 0.1282337517, 0.2677789368, 0.7467907176),
        (23, 0.4481792717, 0.1345914568, 0.1880520060, 0.6801426285),
    ]

    private static let means: [(Int, Double, Double)] = [
        (12, 10.7831932773, 7.2857142857), (20, 16.1165266106, 8.4285714286), (23, 17.9092436975, 8.6666666667),
    ]

    /// Two causes that compete.
    static let incidence: [ReferenceCheck] =
        each(incidenceSteps) { time, placed, withdrew, share in
            let step = competing.steps.first { $0.time == time }
            return [
                ReferenceCheck("incidence placed at \(time)", placed, step.map { $0.shares[.placed] ?? 0 }),
                ReferenceCheck("incidence withdrew at \(time)", withdrew, step.map { $0.shares[.withdrew] ?? 0 }),
                ReferenceCheck("incidence none at \(time)", share, step?.share),
            ]
        } + [ReferenceCheck("one less survival at 7", 0.5714285714, 1 - naive.share(at: 7))]

    private static let ended: [(Int, Cause?)] = [
        (1, .placed), (2, .withdrew), (2, nil), (3, .placed), (4, .placed), (5, .withdrew), (6, nil), (7, .placed),
        (8, nil), (10, nil),
    ]
    private static let competing = CumulativeIncidence(ended.compactMap { Watched($0.0, $0.1) })
    private static let naive = SurvivalCurve(
        ended.compactMap { Watched($0.0, $0.1 == .placed ? Cause.placed : nil) })

    private static let incidenceSteps: [(Int, Double, Double, Double)] = [
        (1, 0.1, 0, 0.9), (2, 0.1, 0.1, 0.8), (3, 0.2142857143, 0.1, 0.6857142857),
        (4, 0.3285714286, 0.1, 0.5714285714),
        (5, 0.3285714286, 0.2142857143, 0.4571428571), (7, 0.4809523810, 0.2142857143, 0.3047619048),
    ]
}
