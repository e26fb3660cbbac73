import Intervention
import Statistics

extension ComparisonTable {
    package var document: ReportDocument {
        ReportDocument(
            "comparison", title: "\(title) by \(grouping.rawValue)", answering: request, findings: findings,
            fields: head + [.init("units", records.value)], tables: [funnel, caseMix], records: records, notes: notes)
    }

    private var head: [ReportValue.Member] {
        [
            .init("indicator", .text(indicator.indicator.rawValue)),
            .init("by", .text(grouping.rawValue)),
            .init("theta", ReportValue(decimal: comparison.centre?.value)),
            .init("numerator", .whole(comparison.centre?.numerator ?? 0)),
            .init("denominator", .whole(comparison.centre?.denominator ?? 0)),
            .init("units_count", .whole(comparison.units.count)),
            .init("phi", ReportValue(decimal: comparison.overdispersion?.phi)),
            .init("tau2", ReportValue(decimal: comparison.overdispersion?.tauSquared)),
            .init("overdispersed", ReportValue(boolean: comparison.overdispersion?.isPresent)),
        ]
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: [
                "unit", "numerator", "denominator", "value", "low95", "high95", "low998", "high998", "signal",
                "wide_low95", "wide_high95", "wide_low998", "wide_high998", "wide_signal", "expected", "ratio",
                "ratio_low95", "ratio_high95", "adjusted", "is_unsteady", "young_numerator", "young_denominator",
                "settled_numerator", "settled_denominator",
            ],
            rows: comparison.units.map(values))
    }

    private func values(_ unit: Comparison.Unit) -> [ReportValue] {
        let share = unit.counted.share
        let young = unit.counted.young
        return [
            .text(unit.counted.code), .whole(share.numerator), .whole(share.denominator),
            ReportValue(decimal: share.value), ReportValue(decimal: unit.limits95?.low),
            ReportValue(decimal: unit.limits95?.high), ReportValue(decimal: unit.limits998?.low),
            ReportValue(decimal: unit.limits998?.high), .text(unit.signal.rawValue),
            ReportValue(decimal: unit.wide95?.low), ReportValue(decimal: unit.wide95?.high),
            ReportValue(decimal: unit.wide998?.low), ReportValue(decimal: unit.wide998?.high),
            ReportValue(text: unit.wideSignal?.rawValue), ReportValue(decimal: unit.counted.expected),
            ReportValue(decimal: unit.ratio?.value), ReportValue(decimal: unit.ratio?.limits()?.low),
            ReportValue(decimal: unit.ratio?.limits()?.high), ReportValue(decimal: adjusted(unit)),
            ReportValue(boolean: unit.ratio?.isUnsteady), young.map { .whole($0.numerator) } ?? .null,
            young.map { .whole($0.denominator) } ?? .null,
            young.map { .whole(share.numerator - $0.numerator) } ?? .null,
            young.map { .whole(share.denominator - $0.denominator) } ?? .null,
        ]
    }

    private func adjusted(_ unit: Comparison.Unit) -> Double? {
        comparison.centre?.value.flatMap { unit.adjusted(to: $0) }
    }

    private var findings: [String] {
        var lines = [indicator.rule, leftOut]
        guard let centre = comparison.centre, centre.denominator > 0 else {
            return lines + ["n/a: nothing was counted in the period."]
        }
        lines.append("All together: \(centre.counts).")
        if let test = comparison.overdispersion {
            let phi = Written.decimal(test.phi, places: 2)
            lines.append(
                test.isPresent
                    ? "The units differ by more than chance: phi \(phi), tau squared \(Written.decimal(test.tauSquared, places: 4))."
                    : "Chance explains how much the units differ: phi \(phi).")
        }
        let signals = FunnelSignal.allCases.map { signal in comparison.units.count { $0.signal == signal } }
        return lines + ["Of \(comparison.units.count) units \(signals[1]) give an alert and \(signals[2]) an alarm."]
    }

    private var funnel: ReportTable {
        ReportTable(
            "Each unit with the limits within which chance alone keeps a unit of its size, by code and not by rank.",
            columns: [
                .words("Unit"), .figure("Value"), .figure("n/N"), .figure("95% limits"), .figure("99.8% limits"),
                .words("Signal"), .words("Signal allowing for over-dispersion"),
            ],
            rows: comparison.units.map { unit in
                [
                    unit.counted.code, unit.counted.share.percentText, unit.counted.share.countsText,
                    Written.percents(unit.limits95), Written.percents(unit.limits998), unit.signal.rawValue,
                    unit.wideSignal?.rawValue ?? "",
                ]
            })
    }

    private var caseMix: ReportTable {
        ReportTable(
            "Crude beside adjusted for case-mix, and the cases of teams in their first twelve months apart from the others.",
            columns: [
                .words("Unit"), .figure("Crude"), .figure("Observed"), .figure("Expected"), .figure("O/E (95%)"),
                .figure("Adjusted"), .words(""), .figure("Team under 12 months"), .figure("Team from 12 months"),
            ],
            rows: comparison.units.map(caseMixRow))
    }

    private func caseMixRow(_ unit: Comparison.Unit) -> [String] {
        let share = unit.counted.share
        let young = unit.counted.young ?? share
        let settled = Proportion(
            numerator: share.numerator - young.numerator, denominator: share.denominator - young.denominator)
        let ratio = unit.ratio.map { ratio in
            let limits = ratio.limits()
            return [ratio.value, limits?.low, limits?.high].map { $0.map { Written.decimal($0, places: 2) } ?? "" }
        }
        return [
            unit.counted.code, share.percentText, "\(share.numerator)",
            unit.counted.expected.map { Written.decimal($0, places: 1) } ?? "n/a",
            ratio.map { "\($0[0]) (\($0[1]) to \($0[2]))" } ?? "n/a",
            adjusted(unit).map { Written.percent($0) } ?? "n/a", unit.ratio?.isUnsteady == true ? "E under 5" : "",
            young.shareText, settled?.shareText ?? "",
        ]
    }

    /// How often the test for over-dispersion speaks for nothing: found in 500 simulated networks without planted effects.
    static let falseOverdispersion =
        "The test for over-dispersion says that units differ in about one network of eight in which nothing makes them "
        + "differ (63 of 500 simulated): by itself it proves nothing."

    private var notes: [String] {
        let chance = comparison.byChance
        let cases = comparison.units.count { $0.counted.share.denominator > 0 }
        return [
            "Limits are exact: from the binomial distribution around the share of all together, at 95% and 99.8% "
                + "(z 1.959963984540054 and 3.090232306167813); an alert lies beyond the first, an alarm beyond the second.",
            "If nothing is wrong, \(cases) units looked at by one indicator give up to "
                + "\(Written.decimal(chance.alerts, places: 2)) alerts and "
                + "\(Written.decimal(chance.alarms, places: 3)) alarms by chance; who looks at twelve indicators "
                + "sees twelve times as many.",
            "Over-dispersion is tested on the arcsine scale with a tenth of the units pulled in at either end "
                + "(Spiegelhalter); where it is present, its own limits stand beside the exact ones.",
            ComparisonTable.falseOverdispersion,
            "Expected is what the rates of all units here would give for a unit's model, ages, placements before the "
                + "referral and routes of referral; strata under \(Standardisation.leastCases) cases are merged, routes first, then "
                + "placements, ages and models. Nothing that treatment itself changes is adjusted for.",
            "An O/E with fewer than 5 expected says little.",
            "Units stand by their codes. This is no league table: a difference within the limits is none.",
        ]
    }
}
