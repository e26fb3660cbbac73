extension ReferenceCheck {
    /// Funnel limits, normal and exact, the tails of an average site, and tails of the worked example.
    static let funnels: [ReferenceCheck] = [
        each(normal) { theta, n, low95, high95, low998, high998 in
            let limits = FunnelLimits(around: theta)
            let name = "funnel normal \(theta) of \(n)"
            let inner = pair("\(name) 95 %", low95, high95, limits?.normal(of: n, at: .z95), within: Digits.six)
            return inner + pair("\(name) 99.8 %", low998, high998, limits?.normal(of: n, at: .z998), within: Digits.six)
        },
        each(exactLimits) { n, low998, low95, high95, high998 in
            let limits = FunnelLimits(around: centre)
            let name = "funnel exact of \(n)"
            let inner = pair("\(name) 95 %", low95, high95, limits?.exact(of: n, at: .z95), within: Digits.six)
            return inner + pair("\(name) 99.8 %", low998, high998, limits?.exact(of: n, at: .z998), within: Digits.six)
        },
        each(averageSites) { n, beyond998, beyond95 in
            let name = "average site of \(n) below the normal"
            return [
                ReferenceCheck("\(name) 99.8 %", beyond998, below(n, at: .z998), within: Digits.six),
                ReferenceCheck("\(name) 95 %", beyond95, below(n, at: .z95), within: Digits.six),
            ]
        },
        tails,
    ].flatMap(\.self)

    private static let tails: [ReferenceCheck] = [
        ReferenceCheck("25/35 or fewer", 0.0051766696, example(35)?.probability(upTo: 25)),
        ReferenceCheck("22/30 or fewer", 0.0182306004, example(30)?.probability(upTo: 22)),
        ReferenceCheck("62/65 or more", 0.0477632552, example(65)?.probability(from: 62)),
        ReferenceCheck("looks by chance beyond 95 %", 14.4, looks?.expected(beyond: .z95)),
        ReferenceCheck("looks by chance beyond 99.8 %", 0.576, looks?.expected(beyond: .z998)),
    ]

    private static let looks = ManyLooks(units: 24, indicators: 12)

    private static let centre = 0.9

    private static func example(_ cases: Int) -> Binomial? { Binomial(cases: cases, chance: 366.0 / 414) }

    /// The chance of a site with the network's own share to fall below a normal limit.
    private static func below(_ cases: Int, at quantile: NormalQuantile) -> Double? {
        FunnelLimits(around: centre)?.normal(of: cases, at: quantile).flatMap { limits in
            let most = Int((limits.low * Double(cases)).rounded(.up)) - 1
            return Binomial(cases: cases, chance: centre)?.probability(upTo: most)
        }
    }

    private static let normal: [(Double, Int, Double, Double, Double, Double)] = [
        (0.9, 10, 0.714061, 1, 0.606835, 1), (0.9, 20, 0.768522, 1, 0.692701, 1),
        (0.9, 30, 0.792648, 1, 0.730741, 1), (0.9, 50, 0.816846, 0.983154, 0.768893, 1),
        (0.9, 100, 0.841201, 0.958799, 0.807293, 0.992707), (0.9, 200, 0.858423, 0.941577, 0.834446, 0.965554),
        (0.76, 25, 0.592586, 0.927414, 0.496043, 1), (0.928, 60, 0.862595, 0.993405, 0.824877, 1),
    ]

    private static let exactLimits: [(Int, Double, Double, Double, Double)] = [
        (10, 0.457330, 0.621264, 0.992830, 0.999713), (20, 0.614828, 0.721532, 0.989718, 0.999589),
        (30, 0.678285, 0.765139, 0.980342, 0.999214), (50, 0.739872, 0.800277, 0.966137, 0.996119),
        (100, 0.791643, 0.832281, 0.949619, 0.975821), (200, 0.826433, 0.854028, 0.937309, 0.957148),
    ]

    private static let averageSites: [(Int, Double, Double)] = [
        (10, 0.0127952, 0.0701908), (20, 0.0023861, 0.0431745), (30, 0.0020198, 0.0258268), (50, 0.0032199, 0.0245379),
    ]

    /// The worked example of ten sites.
    static let overdispersion: [ReferenceCheck] = [
        [
            ReferenceCheck("overdispersion centre", 0.8840579710, test?.centre),
            ReferenceCheck("overdispersion phi", 1.6979993548, test?.phi),
            ReferenceCheck("overdispersion raw phi", 2.1821441628, test?.rawPhi),
            ReferenceCheck("overdispersion tau squared", 0.0054178485, test?.tauSquared),
            ReferenceCheck("overdispersion of 50 95 % high", 0.9784295349, test?.limits(of: 50, at: .z95)?.high),
            ReferenceCheck("overdispersion of 50 99.8 % high", 0.9989739179, test?.limits(of: 50, at: .z998)?.high),
        ],
        pair("overdispersion bounds", -2.18051261, 1.19269871, test?.bounds, within: Digits.nine),
        each(Array(deviations.enumerated())) { place, deviation in
            [ReferenceCheck("overdispersion z \(place + 1)", deviation, test?.deviations[place])]
        },
        each(allowing) { n, low95, low998 in
            let name = "overdispersion of \(n)"
            return [
                ReferenceCheck("\(name) 95 % low", low95, test?.limits(of: n, at: .z95)?.low),
                ReferenceCheck("\(name) 99.8 % low", low998, test?.limits(of: n, at: .z998)?.low),
            ]
        },
    ].flatMap(\.self)

    private static let test = Overdispersion(
        units.compactMap { Proportion(numerator: $0.0, denominator: $0.1) })

    private static let units: [(Int, Int)] = [
        (37, 40), (28, 30), (41, 50), (19, 20), (55, 60), (22, 30), (44, 48), (33, 36), (25, 35), (62, 65),
    ]

    private static let deviations: [Double] = [
        0.8860181462, 0.9453033018, -1.2826581748, 1.0906465866, 0.8459932508, -2.1381741357, 0.7566793669,
        0.6553035542, -2.5615588977, 2.1111678181,
    ]

    private static let allowing: [(Int, Double, Double)] = [
        (20, 0.6720037183, 0.5242862214), (30, 0.7021537095, 0.5752819567), (50, 0.7290225813, 0.6213105229),
        (100, 0.7515099346, 0.6601004809),
    ]
}
