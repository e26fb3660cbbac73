/// Counts ages, steps and the time before into lines.
struct SpanLines {
    /// Those of one model.
    let spans: [ReferralSpan]

    /// All lines, block by block; of nothing there are none.
    var all: [ReferralLines.Line] { ages + steps + before }

    private func of(_ measure: ReferralSpan.Measure) -> [ReferralSpan] { spans.filter { $0.measure == measure } }

    private var ages: [ReferralLines.Line] {
        lines(
            .age,
            [
                ("under_10", "Under 10 years", { $0 < 10 }), ("10_11", "10 and 11 years", { 10...11 ~= $0 }),
                ("12_13", "12 and 13 years", { 12...13 ~= $0 }), ("14_15", "14 and 15 years", { 14...15 ~= $0 }),
                ("16_17", "16 and 17 years", { 16...17 ~= $0 }), ("18_and_over", "18 years and over", { $0 >= 18 }),
            ], among: of(.age), missing: ("not_said", "Not said"))
    }

    private var before: [ReferralLines.Line] {
        lines(
            .knownBefore,
            [
                ("not_before", "Provision on record, none before the referral", { $0 <= 0 }),
                ("under_6_months", "Less than half a year before (1 to 182 days)", { 1...182 ~= $0 }),
                ("6_to_11_months", "Half a year to a year before (183 to 364 days)", { 183...364 ~= $0 }),
                ("1_to_2_years", "One to two years before (365 to 729 days)", { 365...729 ~= $0 }),
                ("2_years_and_over", "Two years before or more (from 730 days on)", { $0 >= 730 }),
            ], among: of(.knownBefore), missing: ("not_recorded", "Not known: no provision on record"))
    }

    /// How long each step took, of those who took it.
    private var steps: [ReferralLines.Line] {
        func line(_ measure: ReferralSpan.Measure, _ title: String) -> ReferralLines.Line {
            let spans = of(measure)
            return ReferralLines.Line(
                block: .step, key: measure.rawValue, title: title, counted: spans.total { $0.amount != nil },
                total: spans.total(), spread: spans.spread)
        }
        guard of(.referralToDecision).total() > 0 else { return [] }
        return [
            line(.referralToDecision, "Referral to decision, of received"),
            line(.decisionToStart, "Decision to first session, of accepted"),
            line(.referralToStart, "Referral to first session, of accepted"),
        ]
    }

    /// A line for each band in which there is anybody, and one for those of whom nobody knows.
    private func lines(
        _ block: ReferralRow.Block, _ bands: [(key: String, title: String, holds: (Int) -> Bool)],
        among spans: [ReferralSpan], missing: (key: String, title: String)
    ) -> [ReferralLines.Line] {
        let total = spans.total()
        let known = bands.map { band in
            ReferralLines.Line(
                block: block, key: band.key, title: band.title,
                counted: spans.total { $0.amount.map(band.holds) ?? false }, total: total)
        }
        let unknown = ReferralLines.Line(
            block: block, key: missing.key, title: missing.title, counted: spans.total { $0.amount == nil },
            total: total)
        return (known + [unknown]).filter { $0.counted > 0 }
    }
}
