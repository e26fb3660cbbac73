/// The share to which each of several causes has happened first, as time goes on (Aalen and Johansen). Where causes compete,
/// one less the survival curve of one of them overstates it.
package struct CumulativeIncidence<Cause: Hashable & Sendable>: Hashable, Sendable {
    /// A time at which one of the causes happened.
    package struct Step: Hashable, Sendable {
        /// The time.
        package let time: Int
        /// Cases that were still watched just before.
        package let atRisk: Int
        /// The share to which each cause has happened; causes that have not happened yet are left out.
        package let shares: [Cause: Double]
        /// The share to which nothing has happened. With all others it makes 1.
        package let share: Double
    }

    /// The times at which something happened, in their order.
    package let steps: [Step]

    /// The incidence among cases.
    package init(_ cases: [Watched<Cause>]) {
        var (share, shares) = (1.0, [Cause: Double]())
        steps = WatchedTimes(cases).times.compactMap { time in
            guard time.events > 0 else { return nil }
            let n = Double(time.atRisk)
            for (cause, count) in time.causes { shares[cause, default: 0] += share * Double(count) / n }
            share *= 1 - Double(time.events) / n
            return Step(time: time.time, atRisk: time.atRisk, shares: shares, share: share)
        }
    }
}
