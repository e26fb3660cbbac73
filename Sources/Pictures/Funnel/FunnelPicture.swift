import Markup
import Statistics

/// Sites or teams compared: the share of each over how many cases it has, between the limits within which chance alone
/// would leave it. It is never a ranking.
package struct FunnelPicture: Hashable, Sendable {
    /// One site or team.
    package struct Unit: Hashable, Sendable {
        let name: String
        let share: Proportion
        let signal: FunnelSignal

        /// A unit. One without cases stands in the table alone.
        /// - Parameters:
        ///   - name: its code.
        ///   - share: its cases of its cases.
        ///   - signal: what its distance says, judged by whoever compares.
        package init(name: String, share: Proportion, signal: FunnelSignal) {
            (self.name, self.share, self.signal) = (name, share, signal)
        }
    }

    /// Within which limits the units are judged, and so which are drawn.
    package enum Limits: Hashable, Sendable {
        /// Those of chance alone.
        case exact(FunnelLimits)
        /// Those that allow for more difference between units than chance explains.
        case widened(Overdispersion)

        var centre: Double {
            switch self {
            case .exact(let limits): limits.centre
            case .widened(let limits): limits.centre
            }
        }

        func limits(of cases: Int, at quantile: NormalQuantile) -> Interval? {
            switch self {
            case .exact(let limits): limits.exact(of: cases, at: quantile)
            case .widened(let limits): limits.limits(of: cases, at: quantile)
            }
        }
    }

    let id: PictureID
    let title: String
    let noun: Noun
    let units: [Unit]
    let limits: Limits?

    /// A funnel.
    /// - Parameters:
    ///   - title: the indicator, the model and the period.
    ///   - noun: what a unit is: a site, a team.
    ///   - units: in the order of their codes; drawing and table keep it.
    ///   - limits: nil where nobody has cases.
    package init(id: PictureID, title: String, noun: Noun, units: [Unit], limits: Limits?) {
        (self.id, self.title, self.noun, self.units, self.limits) = (id, title, noun, units, limits)
    }

    /// The picture.
    package var picture: Picture {
        Picture(
            id: id, title: title, finding: finding, table: table, height: FunnelPicture.height,
            drawing: shown.isEmpty ? [Shapes.text("No cases.", Point(x: 0, y: FunnelPicture.middle))] : drawing)
    }

    /// The units that have cases.
    var shown: [Unit] { units.filter { $0.share.denominator > 0 } }

    private var finding: String {
        guard let limits, !shown.isEmpty else { return "No \(noun.one) has cases in this period." }
        let centre = "the share of all together, \(Figure.share.text(limits.centre))"
        let outside = shown.filter { $0.signal != .none }
        guard !outside.isEmpty else {
            let who = shown.count == 1 ? "The \(noun.one)" : "Each of \(noun.counted(shown.count))"
            return "\(who) lies within the limits of chance around \(centre)."
        }
        let named = outside.map { unit in
            let side = (unit.share.value ?? 0) < limits.centre ? "below" : "above"
            return "\(unit.name) \(unit.signal == .alarm ? "far " : "")\(side)"
        }
        return "Of \(noun.counted(shown.count)), \(outside.count) "
            + "\(outside.count == 1 ? "lies" : "lie") outside the limits of chance around \(centre): "
            + Noun.list(named, most: 6) + "."
    }

    private var table: PictureTable {
        PictureTable(
            caption: "The same figures, in the order of codes. Signals go by the exact tail; limits are interpolated "
                + "between counts, so that a share may lie just beyond one without a signal.",
            columns: [
                noun.one.prefix(1).uppercased() + noun.one.dropFirst(), "Cases", "Share", "95% limits", "99.8% limits",
                "Signal",
            ],
            rows: units.map { unit in
                let cases = unit.share.denominator
                return [
                    unit.name, "\(unit.share.numerator)/\(cases)", unit.share.percent.map { $0 + "%" } ?? "no cases",
                    range(cases, .z95), range(cases, .z998), cases > 0 ? unit.signal.rawValue : "",
                ]
            })
    }

    private func range(_ cases: Int, _ quantile: NormalQuantile) -> String {
        limits?.limits(of: cases, at: quantile).map {
            "\(Figure.share.text($0.low)) to \(Figure.share.text($0.high))"
        } ?? ""
    }

    static let height = 368.0
    static let middle = 150.0
}
