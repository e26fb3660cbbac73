extension ReferenceCheck {
    /// Limits of counts: exact below ten, Byar's from ten on, and the exact ones of some larger counts.
    static let counts: [ReferenceCheck] = [
        each(exact95) { x, low, high in pair("count \(x) exact 95 %", low, high, CountInterval.exact(x)) },
        each(exact998) { x, low, high in
            pair("count \(x) exact 99.8 %", low, high, CountInterval.exact(x, at: .z998))
        },
        each(byar95) { x, low, high in pair("count \(x) byar 95 %", low, high, CountInterval(x)?.limits) },
        each(byar998) { x, low, high in
            pair("count \(x) byar 99.8 %", low, high, CountInterval(x, at: .z998)?.limits)
        },
        each(ratioFunnel) { x, low, high in
            pair("expected \(x) 99.8 %", low, high, CountInterval.exact(x, at: .z998))
        },
    ].flatMap(\.self)

    private static let exact95: [(Int, Double, Double)] = [
        (0, 0, 3.6888794541), (1, 0.0253178080, 5.5716433909), (2, 0.2422092785, 7.2246876677),
        (5, 1.6234863901, 11.6683320793), (9, 4.1153730974, 17.0848034514), (10, 4.7953886961, 18.3903560420),
        (12, 6.2005751087, 20.9615850482), (20, 12.2165195854, 30.8883779027), (50, 37.110963737, 65.918766664),
    ]

    private static let exact998: [(Int, Double, Double)] = [
        (0, 0, 6.9077552790), (1, 0.0010005003, 9.2334134765), (5, 0.7393717319, 16.4547452037),
    ]

    private static let byar95: [(Int, Double, Double)] = [
        (10, 4.7874499140, 18.3914586058), (12, 6.1935098431, 20.9628580536), (20, 12.2114288349, 30.8898803692),
        (65, 50.1631877105, 82.8491385459), (1045, 982.5932018073, 1110.3312129856),
    ]

    private static let byar998: [(Int, Double, Double)] = [
        (10, 2.9163183747, 24.1937249279), (65, 42.8802614715, 94.0002908443),
    ]

    private static let ratioFunnel: [(Int, Double, Double)] = [
        (1, 0.001000500, 9.233413476), (5, 0.739371732, 16.454745204), (20, 8.958213268, 38.041881354),
        (50, 30.958969603, 75.941891992),
    ]

    /// Observed over expected, and cases with a risk each.
    static let ratios: [ReferenceCheck] =
        each(standardised) { observed, expected, value, low, high in
            let ratio = StandardisedRatio(observed: observed, expected: expected)
            let name = "ratio \(observed)/\(expected)"
            return [ReferenceCheck(name, value, ratio?.value)] + pair("\(name) 95 %", low, high, ratio?.limits())
        } + ownRisks

    private static let standardised: [(Int, Double, Double, Double, Double)] = [
        (12, 8.4, 1.4285714286, 0.7373226004, 2.4955783397), (4, 8.4, 0.4761904762, 0.1297458779, 1.2192367470),
    ]

    private static let ownRisks: [ReferenceCheck] = {
        let risks = PoissonBinomial([0.05, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6])
        return [
            ReferenceCheck("own risks expected", 2.75, risks?.expected),
            ReferenceCheck("own risks variance", 1.6975, risks?.variance),
            ReferenceCheck("own risks z of 5", 1.7269415020, risks?.deviations(of: 5)),
            ReferenceCheck("own risks 5 or more", 0.091332524, risks?.probability(from: 5)),
            ReferenceCheck("own risks 5 or fewer", 0.979587536, risks?.probability(upTo: 5)),
        ]
    }()
}
