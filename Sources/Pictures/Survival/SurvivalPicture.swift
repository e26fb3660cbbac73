import Markup
import Statistics

/// How many children something has not happened to as time goes on, with its limits and how many are still watched. Where
/// fewer than five are, the curve is drawn faintly: nothing should be read from it.
package struct SurvivalPicture: Hashable, Sendable {
    let id: PictureID
    let title: String
    let noun: Noun
    let event: String
    let unit: String
    let curve: SurvivalCurve
    /// The times at which the watching of each case ended, in their order.
    let ends: [Int]

    /// A curve.
    /// - Parameters:
    ///   - title: what is watched, whose it is and the period.
    ///   - noun: what a case is: a child.
    ///   - event: what happens to them, as one word after "was": `placed`.
    ///   - unit: of the times: `days`.
    ///   - cases: all that were watched.
    package init<Cause>(
        id: PictureID, title: String, noun: Noun, event: String, unit: String, cases: [Watched<Cause>]
    ) {
        (self.id, self.title, self.noun, self.event, self.unit) = (id, title, noun, event, unit)
        curve = SurvivalCurve(cases)
        ends = cases.map(\.time).sorted()
    }

    /// The picture.
    package var picture: Picture {
        Picture(
            id: id, title: title, finding: finding, table: table, height: SurvivalPicture.height,
            drawing: ends.isEmpty ? [Shapes.text("No cases.", Point(x: 0, y: SurvivalPicture.middle))] : drawing)
    }

    /// How many are still watched just before a time.
    func atRisk(at time: Int) -> Int { ends.count { $0 >= time } }

    /// The first time at which fewer than five are watched; nil when there is none before the end.
    var uncertainFrom: Int? {
        guard ends.count >= SurvivalPicture.fewest else { return ends.isEmpty ? nil : 0 }
        let time = ends[ends.count - SurvivalPicture.fewest]
        return time < curve.end ? time : nil
    }

    private var finding: String {
        guard !ends.isEmpty else { return "Nobody was watched in this period." }
        let all = noun.counted(ends.count)
        guard let median = curve.median else {
            let share = Figure.share.text(curve.share(at: curve.end))
            return "By \(curve.end) \(unit), \(share) of \(all) were not \(event), so that half were not reached."
        }
        let (low, high) = curve.medianLimits
        let limits = "\(low.map { "\($0)" } ?? "not reached") to \(high.map { "\($0)" } ?? "not reached")"
        return "Half of \(all) were \(event) within \(median) \(unit) (95% limits \(limits))."
    }

    private var table: PictureTable {
        PictureTable(
            caption: "The same figures: each time at which somebody was \(event)",
            columns: [
                unit.prefix(1).uppercased() + unit.dropFirst(), "Still watched", "Were \(event)", "Share not \(event)",
                "95% limits",
            ],
            rows: curve.steps.map { step in
                [
                    "\(step.time)", "\(step.atRisk)", "\(step.events)", Figure.share.text(step.share),
                    step.limits.map { "\(Figure.share.text($0.low)) to \(Figure.share.text($0.high))" } ?? "",
                ]
            })
    }

    /// Below it a curve says next to nothing about anybody else.
    static let fewest = 5
    static let height = 318.0
    static let middle = 130.0
}
