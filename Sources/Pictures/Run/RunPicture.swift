import Markup
import Statistics

/// A figure month by month or quarter by quarter, with the mean and the limits within which it moves by itself.
package struct RunPicture: Hashable, Sendable {
    /// One month or quarter.
    package struct Point: Hashable, Sendable {
        let name: String
        let counts: String
        let value: Double?

        /// - Parameters:
        ///   - name: `2025-03`.
        ///   - counts: what the figure is made of: `29/38`.
        ///   - value: the figure; nil where there were no cases.
        package init(name: String, counts: String, value: Double?) {
            (self.name, self.counts, self.value) = (name, counts, value)
        }
    }

    let id: PictureID
    let title: String
    let figure: Figure
    let points: [Point]
    let chart: RunChart?

    /// A run.
    /// - Parameters:
    ///   - title: the indicator, whose it is and the period.
    ///   - figure: how its numbers are written.
    ///   - points: in the order of time.
    ///   - chart: the rules applied to the figures of the points that have one, in their order; nil for fewer than two.
    package init(id: PictureID, title: String, figure: Figure, points: [Point], chart: RunChart?) {
        (self.id, self.title, self.figure, self.points, self.chart) = (id, title, figure, points, chart)
    }

    /// The picture.
    package var picture: Picture {
        Picture(
            id: id, title: title, finding: finding, table: table, height: RunPicture.height,
            drawing: known.isEmpty ? [Shapes.text("No figures.", Pictures.Point(x: 0, y: RunPicture.middle))] : drawing)
    }

    /// The points that have a figure, by their places.
    var known: [(place: Int, value: Double)] {
        points.enumerated().compactMap { place, point in point.value.map { (place, $0) } }
    }

    /// The signals with the places of the points that they mark.
    var signals: [(signal: RunSignal, places: [Int])] {
        let known = known
        guard let chart, chart.values.count == known.count else { return [] }
        return chart.signals.map { signal in (signal, signal.points.map { known[$0].place }) }
    }

    private var finding: String {
        guard !known.isEmpty else { return "There are no figures in this period." }
        guard let chart else { return "There are too few figures for a mean and limits." }
        let trial = chart.isTrial ? "; with fewer than 12 figures the limits are a trial" : ""
        let mean = "the mean of \(figure.text(chart.mean))"
        guard !signals.isEmpty else { return "Nothing stands out from \(mean) in \(known.count) figures\(trial)." }
        return "Around \(mean): " + signals.prefix(4).map(sentence).joined(separator: "; ") + trial + "."
    }

    private func sentence(_ signal: RunSignal, _ places: [Int]) -> String {
        let (first, last) = (points[places[0]].name, points[places[places.count - 1]].name)
        let side = signal.isHigh ? "above" : "below"
        return switch signal.rule {
        case .outside: "\(first) lies \(side) the limits"
        case .trend: "\(places.count) in a row \(signal.isHigh ? "rise" : "fall") from \(first) to \(last)"
        case .nearLimit: "\(places.count) lie close to the limit \(side) from \(first) to \(last)"
        case .shift: "\(places.count) in a row lie \(side) the mean from \(first) to \(last)"
        }
    }

    private var table: PictureTable {
        PictureTable(
            caption: "The same figures; \(limitsText)", columns: ["From", "Counts", "Figure", "Signals"],
            rows: points.enumerated().map { place, point in
                let rules = signals.filter { $0.places.contains(place) }.map(\.signal.rule.rawValue)
                return [
                    point.name, point.counts, point.value.map(figure.text) ?? "no cases", rules.joined(separator: ", "),
                ]
            })
    }

    private var limitsText: String {
        guard let chart else { return "no limits" }
        let limits = chart.limits
        return "mean \(figure.text(chart.mean)), limits \(figure.text(limits.low)) to \(figure.text(limits.high))"
    }

    static let height = 276.0
    static let middle = 120.0
}
