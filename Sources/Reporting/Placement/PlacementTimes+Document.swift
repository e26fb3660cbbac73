import Intervention
import Statistics

extension PlacementTimes {
    package var document: ReportDocument {
        ReportDocument(
            "time-to-placement", title: "Time to placement", answering: request, findings: findings, fields: fields,
            tables: [curveTable, incidenceTable], records: records, notes: notes)
    }

    private var fields: [ReportValue.Member] {
        let counts = Cause.allCases.map { ReportValue.Member($0.rawValue, .whole(count(of: $0))) }
        return [
            .init("families", .whole(cases.count)),
            .init("ended", .object(counts)),
            .init("steps", records.value),
            .init("median", whole(curve.median)),
            .init("median_low", whole(curve.medianLimits.low)),
            .init("median_high", whole(curve.medianLimits.high)),
            .init("incidence", .array(Cause.allCases.map(incidence))),
        ]
    }

    private func whole(_ days: Int?) -> ReportValue { days.map { .whole($0) } ?? .null }

    private func incidence(of cause: Cause) -> ReportValue {
        let steps = steps(of: cause).map { step in
            ReportValue.object([.init("t", .whole(step.time)), .init("value", .decimal(step.share))])
        }
        return .object([.init("cause", .text(cause.rawValue)), .init("steps", .array(steps))])
    }

    /// The times at which a cause happened, with the share to which it has.
    private func steps(of cause: Cause) -> [(time: Int, share: Double)] {
        var last = 0.0
        return incidence.steps.compactMap { step in
            let share = step.shares[cause] ?? 0
            defer { last = share }
            return share > last ? (step.time, share) : nil
        }
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: ["t", "at_risk", "events", "survival", "se", "low", "high"],
            rows: curve.steps.map { step in
                [
                    .whole(step.time), .whole(step.atRisk), .whole(step.events), .decimal(step.share),
                    .decimal(step.error), ReportValue(decimal: step.limits?.low),
                    ReportValue(decimal: step.limits?.high),
                ]
            })
    }

    private var findings: [String] {
        let cohort = "Families whose first session lies in the period: \(cases.count), each watched from that day."
        guard !cases.isEmpty else { return [cohort, "n/a: nobody's treatment began in the period."] }
        let ends = Cause.allCases.map { "\($0.title.lowercased()) \(count(of: $0))" }.joined(separator: ", ")
        let going = cases.count { $0.cause == nil }
        return [
            cohort, "What came first: \(ends); still treated \(going).",
            curve.median.map { "Half were placed by day \($0) if nothing else ended treatment." }
                ?? "Fewer than half were placed while they were watched: the median was not reached.",
        ]
    }

    private var curveTable: ReportTable {
        ReportTable(
            "Share of families without a placement, if nothing else ended treatment (Kaplan-Meier), by days from the first "
                + "session.",
            columns: [
                .figure("Day"), .figure("At risk"), .figure("Placed"), .figure("Share"), .figure("95% limits"),
                .words(""),
            ],
            rows: curve.steps.map { step in
                [
                    "\(step.time)", "\(step.atRisk)", "\(step.events)", Written.percent(step.share),
                    Written.percents(step.limits), step.atRisk < PlacementTimes.leastAtRisk ? "few" : "",
                ]
            })
    }

    private var incidenceTable: ReportTable {
        ReportTable(
            "Share to which each has happened first (Aalen-Johansen), at the day of the last of each.",
            columns: [
                .words("What came first"), .figure("Families"), .figure("Last on day"), .figure("Share by then"),
            ],
            rows: Cause.allCases.map { cause in
                let last = steps(of: cause).last
                return [
                    cause.title, "\(count(of: cause))/\(cases.count)", last.map { "\($0.time)" } ?? "n/a",
                    last.map { Written.percent($0.share) } ?? "n/a",
                ]
            })
    }

    private var notes: [String] {
        [
            "Placed: the first spell away from home that continues none and begins on the day of the first session or "
                + "later, or a closing for being placed. Who lived away from home already is not placed by staying there.",
            "Of one day the placement counts before the closing, and both before what only ends the watching.",
            "Leaving treatment and turning 18 are not independent of placement: one less the first table's share "
                + "overstates placements, the second table does not.",
            "Of birthdays only the month is known: who turns 18 does so on its first day here.",
            "Rows marked few have fewer than \(PlacementTimes.leastAtRisk) families at risk and say little.",
        ]
    }

    /// Below how many families at risk a curve is greyed (statistics.md 6).
    private static let leastAtRisk = 5
}
