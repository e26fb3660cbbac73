import RealModule

/// A case that was watched for some time, and what ended the watching.
package struct Watched<Cause: Hashable & Sendable>: Hashable, Sendable {
    /// How long, 0 or more, in the unit of all others.
    package let time: Int
    /// What happened at the end; nil when only the watching ended.
    package let cause: Cause?

    /// A case, or nil for a time below 0.
    package init?(_ time: Int, _ cause: Cause?) {
        guard time >= 0 else { return nil }
        self.time = time
        self.cause = cause
    }
}

/// How many cases something has not happened to, as time goes on (Kaplan and Meier).
package struct SurvivalCurve: Hashable, Sendable {
    /// A time at which something happened.
    package struct Step: Hashable, Sendable {
        /// The time.
        package let time: Int
        /// Cases that were still watched just before; what ends on the same day ends after it.
        package let atRisk: Int
        /// Cases to which it happened.
        package let events: Int
        /// The share to which it has not happened, after.
        package let share: Double
        /// Greenwood's standard error of it.
        package let error: Double
        /// Its limits, by log(-log); nil where the share is 0 or 1 and has none.
        package let limits: Interval?
    }

    /// The times at which something happened, in their order.
    package let steps: [Step]
    /// The longest time that anybody was watched.
    package let end: Int

    /// The curve of cases; every cause counts alike.
    package init<Cause>(_ cases: [Watched<Cause>], at quantile: NormalQuantile = .z95) {
        var (share, sum) = (1.0, 0.0)
        steps = WatchedTimes(cases).times.compactMap { time in
            guard time.events > 0 else { return nil }
            let (n, d) = (Double(time.atRisk), Double(time.events))
            share *= 1 - d / n
            sum += d / (n * (n - d))
            return Step(
                time: time.time, atRisk: time.atRisk, events: time.events, share: share,
                error: share > 0 ? share * sum.squareRoot() : 0,
                limits: SurvivalCurve.limits(share, sum, quantile))
        }
        end = cases.map(\.time).max() ?? 0
    }

    private static func limits(_ share: Double, _ sum: Double, _ quantile: NormalQuantile) -> Interval? {
        guard share > 0, share < 1 else { return nil }
        let log = Double.log(share)
        let reach = quantile.z * sum.squareRoot() / abs(log)
        // share to the power of e^reach.
        return Interval(
            low: Double.exp(log * Double.exp(reach)), high: Double.exp(log * Double.exp(-reach)))
    }

    /// The share to which it has not happened by a time.
    package func share(at time: Int) -> Double { steps.last { $0.time <= time }?.share ?? 1 }

    /// The first time at which it has happened to half; nil when it was not reached.
    package var median: Int? { steps.first { $0.share <= 0.5 }?.time }

    /// The limits of the median: the first times at which the lower and the upper curve are at half; nil for not reached.
    package var medianLimits: (low: Int?, high: Int?) {
        func first(_ limit: (Interval) -> Double) -> Int? {
            steps.first { step in step.limits.map { limit($0) <= 0.5 } ?? (step.share == 0) }?.time
        }
        return (first(\.low), first(\.high))
    }

    /// The mean time without it up to a horizon: the area under the curve.
    package func restrictedMean(to horizon: Int) -> Double {
        var (area, share, from) = (0.0, 1.0, 0)
        for step in steps where step.time < horizon {
            area += share * Double(step.time - from)
            (share, from) = (step.share, step.time)
        }
        return area + share * Double(max(0, horizon - from))
    }
}

/// The times of cases in their order, each once.
struct WatchedTimes<Cause: Hashable & Sendable> {
    struct Time {
        let time: Int
        let atRisk: Int
        let causes: [Cause: Int]
        var events: Int { causes.values.reduce(0, +) }
    }

    let times: [Time]

    init(_ cases: [Watched<Cause>]) {
        var left = cases.count
        times = Dictionary(grouping: cases, by: \.time).sorted { $0.key < $1.key }.map { time, ended in
            defer { left -= ended.count }
            return Time(
                time: time, atRisk: left,
                causes: ended.reduce(into: [:]) { causes, one in one.cause.map { causes[$0, default: 0] += 1 } })
        }
    }
}
