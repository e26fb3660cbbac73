extension ReferenceCheck {
    private static func share(_ x: Int, _ n: Int) -> Proportion? { Proportion(numerator: x, denominator: n) }

    /// Wilson's limits, 95 % and 99.8 %, and for some the exact ones.
    static let proportions: [ReferenceCheck] = [
        each(wilson95) { x, n, low, high in pair("wilson \(x)/\(n) 95 %", low, high, share(x, n)?.wilson()) },
        each(wilson998) { x, n, low, high in
            pair("wilson \(x)/\(n) 99.8 %", low, high, share(x, n)?.wilson(at: .z998))
        },
        each(exact) { x, n, low, high in pair("exact \(x)/\(n) 95 %", low, high, share(x, n)?.exact()) },
    ].flatMap(\.self)

    private static let wilson95: [(Int, Int, Double, Double)] = [
        (0, 1, 0, 0.7934506856), (1, 1, 0.2065493144, 1), (0, 10, 0, 0.2775327999),
        (1, 10, 0.0178762131, 0.4041500268), (7, 10, 0.3967781475, 0.8922087326),
        (8, 10, 0.4901624715, 0.9433178485), (10, 10, 0.7224672001, 1), (19, 20, 0.7638688066, 0.9911185512),
        (25, 35, 0.5494506514, 0.8367346376), (37, 39, 0.8311435995, 0.9858220446),
        (47, 50, 0.8378290831, 0.9793850297), (86, 90, 0.8912314497, 0.9825827581),
        (1, 100, 0.0017674321, 0.0544861962), (5, 100, 0.0215436792, 0.1117504692),
        (20, 100, 0.1333669333, 0.2888291656), (65, 100, 0.5525444330, 0.7363575176),
        (609, 719, 0.8188585281, 0.8714726557), (1187, 1250, 0.9360353281, 0.9604097465),
        (222, 3215, 0.0607916904, 0.0783395668), (1045, 5000, 0.1979554988, 0.2204913037),
    ]

    private static let wilson998: [(Int, Int, Double, Double)] = [
        (0, 10, 0, 0.4884789005), (1, 10, 0.0087891128, 0.5819940075), (7, 10, 0.2674534553, 0.9371549845),
        (8, 10, 0.3378114799, 0.9691011799), (10, 10, 0.5115210995, 1), (19, 20, 0.6135248487, 0.9956217781),
        (25, 35, 0.4542108918, 0.8824929540), (37, 39, 0.7287000032, 0.9922131732),
        (47, 50, 0.7510210121, 0.9878596438), (86, 90, 0.8345010576, 0.9892094642),
        (1, 100, 0.0008730657, 0.1045544528), (65, 100, 0.4954946574, 0.7783540614),
        (609, 719, 0.8009977096, 0.8839248324), (1187, 1250, 0.9268398106, 0.9655427184),
        (1045, 5000, 0.1917938180, 0.2273156290),
    ]

    private static let exact: [(Int, Int, Double, Double)] = [
        (0, 10, 0, 0.3084971078), (1, 10, 0.0025285786, 0.4450161170), (8, 10, 0.4439045377, 0.9747892737),
        (37, 39, 0.8267552186, 0.9937280279), (65, 100, 0.5481506382, 0.7427062215),
    ]

    /// Differences of two shares.
    static let differences: [ReferenceCheck] = each(newcombe) { x1, n1, x2, n2, value, low, high in
        let difference = share(x1, n1).flatMap { one in share(x2, n2).flatMap { ProportionDifference(one, $0) } }
        let name = "difference \(x1)/\(n1) and \(x2)/\(n2)"
        return [ReferenceCheck(name, value, difference?.value)] + pair("\(name) 95 %", low, high, difference?.limits)
    }

    private static let newcombe: [(Int, Int, Int, Int, Double, Double, Double)] = [
        (56, 70, 48, 80, 0.2, 0.0524314724, 0.3338726540), (9, 10, 3, 10, 0.6, 0.1705227239, 0.8090179735),
        (10, 10, 0, 20, 1, 0.6790860371, 1),
    ]
}
