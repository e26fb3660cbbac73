import Intervention

/// How many families have a mean in each tenth of the scale from 0 to 1.
package struct AdherenceBands: Hashable, Sendable {
    /// Families by band, the lowest first: from each tenth to below the next, the last with 1 itself.
    package let families: [Int]

    /// How many bands there are.
    package static let count = 10
    /// How wide a band is, in billionths of 1.
    private static let width = Int(AdherenceScore.whole) / count

    /// - Parameter means: of each family, its interviews, at least 1, and the sum of their scores in billionths.
    init(of means: [(interviews: Int, sum: Int)]) {
        var families = Array(repeating: 0, count: AdherenceBands.count)
        for mean in means { families[AdherenceBands.place(of: mean.sum, over: mean.interviews)] += 1 }
        self.families = families
    }

    /// The band of a score.
    /// - Parameter billionths: the score; the sum of several.
    static func place(of billionths: Int, over count: Int = 1) -> Int {
        min(max(0, billionths / (count * width)), AdherenceBands.count - 1)
    }

    /// Where a band begins: `0.6`.
    static func start(of place: Int) -> String { Written.decimal(Double(place) / Double(count), places: 1) }

    /// A band in words: `0.6-0.7`.
    static func title(of place: Int) -> String { "\(start(of: place))-\(start(of: place + 1))" }
}

/// A model's threshold for a family's mean.
package struct AdherenceThreshold: Hashable, Sendable {
    /// In billionths of 1.
    let billionths: Int
    /// As it was stated: `0.61`.
    let text: String

    /// The threshold of a model; nil when it states none.
    /// - Parameter settings: the values of its parameters; nil for its own standard.
    package init?(of model: any InterventionModel, with settings: ModelSettings?) {
        let standard = model.parameters.first { $0.key == .adherenceThreshold }?.standard
        let value = settings.map { $0.value(.adherenceThreshold) } ?? standard
        guard case .billionths(let number)? = value, let value else { return nil }
        billionths = Int(number)
        text = value.description
    }

    /// The band that it lies in.
    var place: Int { AdherenceBands.place(of: billionths) }
}
