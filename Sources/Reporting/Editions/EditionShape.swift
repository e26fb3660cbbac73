import Disclosure
import Intervention

/// Which tables an edition has: the less is known of a table's readers, the fewer units stand alone in it.
struct EditionShape: Sendable {
    /// What stands for all models together.
    static let allModels = "all models"
    /// What stands for all sites together.
    static let network = "all sites"
    /// Fewer closures of a model in a column than this, and a public edition prints of it only how families left. [I]
    static let fewestForOutcomes = 30

    /// Fewer families of a model in a column than this, and its table leaves out the outcomes of the model's own: they are
    /// many, and three small answers tell that there are three families at least. [I]
    static let fewestForInstrumental = 10

    /// The profile.
    let profile: EditionProfile
    /// The period.
    let period: EditionPeriod
    /// The sites of each nation, by their codes.
    let nations: [Jurisdiction: [String]]

    /// The tables of the edition.
    /// - Parameters:
    ///   - models: the counts of each model by itself.
    ///   - pooled: those of all together; nil when one model was asked for.
    func grids(_ models: [EditionCounts], pooled: EditionCounts?) -> [EditionGrid] {
        let present = models.filter { !$0.sites.isEmpty }
        let whole = present.flatMap { byTime($0) }
        if profile.isPublic {
            // Sites by model, beside sites of all models together, would tell those of the other model.
            guard period.isLongest, let pooled else { return whole + present.flatMap { byNation($0) } }
            return whole + byNation(pooled) + bySite(pooled)
        }
        return whole + present.flatMap { bySite($0) }
    }

    /// A model over the whole network, by quarter.
    private func byTime(_ counts: EditionCounts) -> [EditionGrid] {
        let isLarge = isLarge(counts)
        let parts = isLarge.quarters ? Array(period.quarters).map { $0...$0 } : []
        let spans = [period.quarters] + (period.quarters.count > 1 ? parts : [])
        let model = counts.name
        let places = [(name: Self.network, sites: [String]())]
        return shown(counts, isLarge.whole, in: places, spans).map { question in
            grid(counts, question, sheet: "\(Self.network), \(model)", places: places, spans: spans)
        }
    }

    /// The questions that a table shows: how families left, and the others where its columns have families enough.
    func shown(
        _ counts: EditionCounts, _ isLarge: Bool, in places: [(name: String, sites: [String])],
        _ spans: [ClosedRange<Int>]
    ) -> [Int] {
        guard isLarge else { return [0] }
        return counts.questions.indices.filter { question in
            let columns = places.flatMap { place in spans.map { counts.families(question, place.sites, $0) } }
            return !counts.questions[question].isOfModel
                || columns.allSatisfy { $0 == 0 || $0 >= Self.fewestForInstrumental }
        }
    }

    /// Whether the quarters, and whether the period as a whole, have closures enough for outcomes.
    private func isLarge(_ counts: EditionCounts) -> (quarters: Bool, whole: Bool) {
        guard profile.isPublic else { return (true, true) }
        let fewest = Self.fewestForOutcomes
        return (
            !period.isLongest && period.quarters.allSatisfy { counts.closures(in: $0...$0) >= fewest },
            counts.closures(in: period.quarters) >= fewest
        )
    }

    /// A model by site, over the whole period.
    private func bySite(_ counts: EditionCounts) -> [EditionGrid] {
        let codes = counts.sites
        let sizes = Dictionary(uniqueKeysWithValues: codes.map { ($0, counts.closures(of: [$0], in: period.quarters)) })
        let together = UnitMerging(sizes, by: profile.rules).together
        var places: [(name: String, sites: [String])] = [(Self.network, [])]
        places += codes.filter { !together.contains($0) }.map { ($0, [$0]) }
        if !together.isEmpty { places.append((together.joined(separator: " + "), together)) }
        return shown(counts, true, in: places, [period.quarters]).map { question in
            grid(counts, question, sheet: "sites, \(counts.name)", places: places, spans: [period.quarters])
        }
    }

    func grid(
        _ counts: EditionCounts, _ question: Int, sheet: String, places: [(name: String, sites: [String])],
        spans: [ClosedRange<Int>]
    ) -> EditionGrid {
        let rows = counts.questions[question].rows.map { EditionGrid.Node(name: $0.name, parent: $0.parent) }
        let leafPlaces = places.count == 1 ? places : Array(places.dropFirst())
        let leafSpans = spans.count == 1 ? spans : Array(spans.dropFirst())
        var values: [Int] = []
        for leaf in EditionGrid.leaves(rows).indices {
            for place in leafPlaces {
                for span in leafSpans { values.append(counts.sum(question, leaf, place.sites, span)) }
            }
        }
        return EditionGrid(
            sheet: sheet, model: counts.name, answers: rows,
            places: places.enumerated().map { EditionGrid.Node(name: $1.name, parent: $0 == 0 ? nil : 0) },
            sites: places.map(\.sites),
            times: spans.enumerated().map {
                EditionGrid.Node(name: EditionPeriod.name($1), parent: $0 == 0 ? nil : 0)
            },
            quarters: spans.map { [$0.lowerBound, $0.upperBound] }, counts: values,
            contributors: spans.map { counts.contributors(question, $0) })
    }
}
