import CivilDate

/// What kind of network is asked for. The same request gives the very same events.
package struct SimulationRequest: Hashable, Sendable {
    /// How many sites.
    package let sites: Int
    /// How many families are referred in the whole network.
    package let families: Int
    /// How many months of history.
    package let months: Int
    /// What chance begins with.
    package let seed: UInt64
    /// The first day of which nothing is known: the history ends in the evening before.
    package let until: CivilDate

    /// A request, or the reason why there can be no such network.
    package init(
        sites: Int, families: Int, months: Int, seed: UInt64, until: CivilDate
    ) throws(SimulationFault) {
        for (flag, value, limits) in [
            ("--sites", sites, SimulationRequest.siteLimits), ("--families", families, SimulationRequest.familyLimits),
            ("--months", months, SimulationRequest.monthLimits),
        ] where !limits.contains(value) {
            throw .outOfRange(flag: flag, value, limits)
        }
        guard until >= SimulationRequest.earliestEnd else { throw .tooEarly(until) }
        self.sites = sites
        self.families = families
        self.months = months
        self.seed = seed
        self.until = until
    }

    /// The first day of the history.
    package var from: CivilDate { until.adding(months: -months) }

    /// How many sites there may be.
    package static let siteLimits = 1...200
    /// How many families there may be.
    package static let familyLimits = 1...5_000_000
    /// How many months of history there may be.
    package static let monthLimits = 6...240

    /// Before that there was no such treatment in these islands, and the codes of the record mean nothing.
    private static let earliestEnd = CivilDate(dayNumber: 14_610)
}
