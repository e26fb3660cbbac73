import Statistics
import Testing

@testable import Pictures

/// Figures to draw, some like those of a network and some that nobody should be able to break a drawing with.
enum Samples {
    static func share(_ numerator: Int, _ denominator: Int) throws -> Proportion {
        try #require(Proportion(numerator: numerator, denominator: denominator))
    }

    /// Names that are invented, and texts that try to be something else.
    static let hostile = [
        "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "a\u{0301}\u{0327}\u{202E}evil\u{2066}",
        "a name that goes on and on and on and on and on and on", "]]>&amp;<!--", "line\nbreak\u{0}\u{7}",
    ]

    /// So many sites around a share of 0.85, of which every fifth lies off.
    static func units(_ count: Int) throws -> [FunnelPicture.Unit] {
        let shares = try (0..<count).map { place in
            let cases = 18 + place * 37 % 61
            let off = place % 5 == 4 ? -0.3 : Double(place * 29 % 17 - 8) / 100
            return try share(min(cases, Int(Double(cases) * (0.85 + off) + 0.5)), cases)
        }
        let limits = Samples.limits(shares)
        return shares.enumerated().map { place, share in
            FunnelPicture.Unit(name: "site-\(place + 1)", share: share, signal: limits?.signal(of: share) ?? .none)
        }
    }

    static func limits(_ shares: [Proportion]) -> FunnelLimits? {
        let cases = shares.reduce(0) { $0 + $1.denominator }
        return cases == 0 ? nil : FunnelLimits(around: Double(shares.reduce(0) { $0 + $1.numerator }) / Double(cases))
    }

    static func funnel(_ count: Int) throws -> Picture {
        try funnel(units(count))
    }

    static func funnel(_ units: [FunnelPicture.Unit]) -> Picture {
        FunnelPicture(
            id: PictureID("completing"), title: "Cases completing treatment, standard MST, 2025",
            noun: Noun("site", "sites"), units: units, limits: limits(units.map(\.share)).map { .exact($0) }
        ).picture
    }

    static func unit(_ name: String, _ numerator: Int, _ denominator: Int) throws -> FunnelPicture.Unit {
        FunnelPicture.Unit(name: name, share: try share(numerator, denominator), signal: .none)
    }

    /// Months from January 2024 on; nil for a month without cases.
    static func run(_ values: [Double?], figure: Figure = .share, names: String? = nil) -> Picture {
        let points = values.enumerated().map { place, value in
            let (year, month) = (2024 + place / 12, place % 12 + 1)
            return RunPicture.Point(
                name: names ?? "\(year)-\(month < 10 ? "0" : "")\(month)", counts: value == nil ? "0/0" : "of 40",
                value: value)
        }
        return RunPicture(
            id: PictureID("at-home"), title: "Living at home, site demo-north", figure: figure, points: points,
            chart: RunChart(values.compactMap { $0 })
        ).picture
    }

    /// The classic trial of remission times, in weeks: `+` says that only the watching ended.
    static let remission: [(Int, Bool)] = [
        (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false),
        (13, true), (16, true), (17, false), (19, false), (20, false), (22, true), (23, true), (25, false),
        (32, false), (32, false), (34, false), (35, false),
    ]

    static func survival(_ cases: [(Int, Bool)], noun: Noun = Noun("child", "children")) -> Picture {
        SurvivalPicture(
            id: PictureID("placement"), title: "Time to placement, standard MST, 2025", noun: noun, event: "placed",
            unit: "days", cases: cases.compactMap { time, happened in Watched(time, happened ? "placed" : nil) }
        ).picture
    }

    static func spread(_ counts: [Int], noun: Noun = Noun("family", "families")) throws -> Picture {
        let bins = counts.enumerated().map { place, count in
            SpreadPicture.Bin(
                low: Double(place) / Double(counts.count), high: Double(place + 1) / Double(counts.count), count: count)
        }
        let all = counts.reduce(0, +)
        return SpreadPicture(
            id: PictureID("adherence"), title: "Adherence of families, site demo-north, 2025", noun: noun, bins: bins,
            threshold: .init(value: 0.61, meeting: try share(all - all / 10, all))
        ).picture
    }

    static func flow(_ steps: [FlowPicture.Step], noun: Noun = Noun("referral", "referrals")) -> Picture {
        FlowPicture(
            id: PictureID("referrals"), title: "What became of referrals, site demo-north, 2025", noun: noun,
            steps: steps
        ).picture
    }

    static let referrals: [FlowPicture.Step] = [
        .init(
            name: "Referred", count: 120,
            exits: [.init(name: "declined, not suitable", count: 19), .init(name: "declined, no capacity", count: 11)]),
        .init(name: "Accepted", count: 90, exits: [.init(name: "never began", count: 4)]),
        .init(name: "First session", count: 86, exits: [.init(name: "closed for lack of engagement", count: 5)]),
        .init(name: "Completed treatment", count: 74),
    ]

    /// One picture of every kind, as a network has them.
    static func usual() throws -> [(name: String, picture: Picture)] {
        [
            ("funnel", try funnel(24)),
            (
                "run",
                run([
                    0.84, 0.9, 0.81, 0.86, 0.88, nil, 0.85, 0.83, 0.87, 0.9, 0.82, 0.86, 0.85, 0.55, 0.84, 0.86,
                ])
            ),
            ("survival", survival(remission)),
            ("spread", try spread([0, 1, 0, 2, 1, 3, 9, 12, 7, 3])),
            ("flow", flow(referrals)),
        ]
    }
}
