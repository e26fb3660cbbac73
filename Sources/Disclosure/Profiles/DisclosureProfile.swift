/// A house rule of disclosure control: what is small, what is withheld, what is rounded, and by which symbol a reader
/// sees that something is withheld.
package struct DisclosureProfile: Sendable, Hashable {
    /// The name by which an edition is frozen with it.
    package let name: String
    /// For whom.
    package let audience: Audience
    /// What stands for a figure that is withheld, for whichever reason.
    package let symbol: String
    /// How figures of one unit are treated.
    package let units: CellRule
    /// How figures of the whole network are treated.
    package let whole: CellRule
    /// Units with fewer closures than this are put together; 0 when none are.
    package let fewestClosures: Int
    /// Percentages are printed where the denominator is at least this.
    package let fewestForPercentage: Int
    /// Decimals of a percentage.
    package let decimals: Int
    /// Where each number comes from.
    package let parameters: [ProfileParameter]

    /// Every profile.
    package static let all: [DisclosureProfile] = [.dfe, .nhs, .network]

    /// The profile of a name; nil when there is none.
    package init?(named name: String) {
        guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    init(
        _ name: String, for audience: Audience, symbol: String, units: CellRule, whole: CellRule,
        fewestClosures: Int, fewestForPercentage: Int, decimals: Int, sources: Sources
    ) {
        self.name = name
        self.audience = audience
        self.symbol = symbol
        self.units = units
        self.whole = whole
        self.fewestClosures = fewestClosures
        self.fewestForPercentage = fewestForPercentage
        self.decimals = decimals
        parameters = [
            ProfileParameter(name: "units-small-up-to", value: units.smallUpTo, unit: "records", source: sources.small),
            ProfileParameter(name: "units-rounded-to", value: units.base, unit: "records", source: sources.rounding),
            ProfileParameter(name: "whole-small-up-to", value: whole.smallUpTo, unit: "records", source: sources.small),
            ProfileParameter(name: "whole-rounded-to", value: whole.base, unit: "records", source: sources.rounding),
            ProfileParameter(
                name: "fewest-closures-of-a-unit", value: fewestClosures, unit: "closures", source: sources.units),
            ProfileParameter(
                name: "fewest-for-a-percentage", value: fewestForPercentage, unit: "records",
                source: sources.percentages),
            ProfileParameter(name: "decimals", value: decimals, unit: "decimals", source: sources.percentages),
            ProfileParameter(
                name: "required-width", value: Attacker.requiredWidth, unit: "records",
                source: "[I] four values or more are left to a reader"),
        ]
    }

    /// Where the numbers of a profile come from.
    struct Sources {
        let small: String
        let rounding: String
        let units: String
        let percentages: String
    }
}

extension DisclosureProfile {
    /// As the Department for Education publishes figures of children in need: 1 to 5 withheld, 0 printed, the whole to
    /// the nearest 10, percentages with one decimal.
    package static let dfe = DisclosureProfile(
        "dfe", for: .everybody, symbol: "c", units: CellRule(smallUpTo: 5, base: 1),
        whole: CellRule(smallUpTo: 5, base: 10), fewestClosures: 0, fewestForPercentage: 1, decimals: 1,
        sources: Sources(
            small: "[V] Characteristics of children in need 2020, data guidance: 1 to 5 is c, 0 is shown",
            rounding: "[V] the same: England and regions to the nearest 10",
            units: "[I] units are not put together",
            percentages: "[V] the same: percentages with one decimal; [I] of released counts only"))

    /// As NHS Digital publishes hospital episodes: 1 to 7 withheld, 0 printed, the rest to the nearest 5, the whole
    /// exempt.
    package static let nhs = DisclosureProfile(
        "nhs", for: .everybody, symbol: "*", units: CellRule(smallUpTo: 7, base: 5),
        whole: CellRule(smallUpTo: 0, base: 1), fewestClosures: 0, fewestForPercentage: 1, decimals: 1,
        sources: Sources(
            small: "[V] NHS Digital, hospital episode statistics, disclosure control of 2018: 1 to 7 is *, 0 is shown; "
                + "national figures are exempt",
            rounding: "[V] the same: all others to the nearest 5",
            units: "[I] units are not put together",
            percentages: "[V] the same: percentages of rounded counts; [I] with one decimal"))

    /// For the services of the network among each other: exact, 1 to 5 withheld, small units put together.
    package static let network = DisclosureProfile(
        "network", for: .network, symbol: "c", units: CellRule(smallUpTo: 5, base: 1),
        whole: CellRule(smallUpTo: 5, base: 1), fewestClosures: 10, fewestForPercentage: 10, decimals: 1,
        sources: Sources(
            small: "[I] fewer than 6 is c, 0 is shown",
            rounding: "[I] counts are exact under the network's agreement",
            units: "[I] units with fewer than 10 closures are put together",
            percentages: "[I] where the denominator is at least 10"))
}
