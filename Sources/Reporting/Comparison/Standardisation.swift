import Statistics

/// What the rates of all units together would give each unit for its case-mix: indirect standardisation without fitted
/// coefficients (statistics.md 3).
///
/// A stratum of fewer than twenty cases is merged with others in a fixed order: routes of referral first, then where the
/// child had lived, then ages, then models. What is left under twenty joins the smallest stratum that is large enough.
package struct Standardisation: Hashable, Sendable {
    /// How many cases each unit is expected to have; the sum of all is the number that there is.
    package let expected: [String: Double]
    /// The strata that were used, with the cases of all units; those that were merged bear empty names.
    package let strata: [CaseMix: Proportion]

    /// From how many cases on a stratum stands by itself.
    package static let leastCases = 20

    /// Strata of units.
    /// - Parameter counts: what was counted of each unit in each stratum.
    package init(_ counts: [String: [CaseMix: Proportion]]) {
        var whole: [CaseMix: Tally] = [:]
        for strata in counts.values {
            for (stratum, share) in strata { whole[stratum, default: Tally()].add(share) }
        }
        let homes = Standardisation.homes(of: whole)
        var pooled: [CaseMix: Tally] = [:]
        for (stratum, tally) in whole { pooled[homes[stratum] ?? stratum, default: Tally()].add(tally) }
        expected = counts.mapValues { strata in
            strata.sorted { $0.key < $1.key }.reduce(0) { sum, part in
                sum + Double(part.value.denominator) * (pooled[homes[part.key] ?? part.key]?.rate ?? 0)
            }
        }
        strata = pooled.compactMapValues(\.share)
    }

    /// Into which stratum each is merged.
    private static func homes(of whole: [CaseMix: Tally]) -> [CaseMix: CaseMix] {
        var homes: [CaseMix: CaseMix] = [:]
        var large: [CaseMix: Int] = [:]
        var open = whole.map { (own: [$0.key], home: $0.key, cases: $0.value.cases) }
        for widened in [CaseMix.exactly, CaseMix.withoutRoute, CaseMix.withoutPrior, CaseMix.withoutAge, CaseMix.any] {
            let groups = Dictionary(grouping: open) { widened($0.home) }
            open = []
            for (home, members) in groups {
                let cases = members.reduce(0) { $0 + $1.cases }
                let own = members.flatMap(\.own)
                if cases >= leastCases {
                    large[home] = cases
                    for stratum in own { homes[stratum] = home }
                } else {
                    open.append((own, home, cases))
                }
            }
        }
        let smallest = large.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        for (own, home, _) in open { for stratum in own { homes[stratum] = smallest ?? home } }
        return homes
    }

    private struct Tally {
        var events = 0
        var cases = 0

        mutating func add(_ share: Proportion) {
            events += share.numerator
            cases += share.denominator
        }

        mutating func add(_ other: Tally) {
            events += other.events
            cases += other.cases
        }

        var rate: Double { cases > 0 ? Double(events) / Double(cases) : 0 }
        var share: Proportion? { Proportion(numerator: events, denominator: cases) }
    }
}

extension CaseMix {
    fileprivate static func exactly(_ mix: CaseMix) -> CaseMix { mix }

    fileprivate static func withoutRoute(_ mix: CaseMix) -> CaseMix {
        CaseMix(model: mix.model, age: mix.age, prior: mix.prior)
    }

    fileprivate static func withoutPrior(_ mix: CaseMix) -> CaseMix { CaseMix(model: mix.model, age: mix.age) }

    fileprivate static func withoutAge(_ mix: CaseMix) -> CaseMix { CaseMix(model: mix.model) }

    fileprivate static func any(_ mix: CaseMix) -> CaseMix { CaseMix(model: "") }
}
