import Markup
import Statistics

/// How values spread: how many families have an adherence from so much to so much, and where the threshold lies.
package struct SpreadPicture: Hashable, Sendable {
    /// Values from one bound up to another.
    package struct Bin: Hashable, Sendable {
        let low: Double
        let high: Double
        let count: Int

        /// - Parameters:
        ///   - low: the least value that counts here.
        ///   - high: where the next begins.
        ///   - count: how many values lie here.
        package init(low: Double, high: Double, count: Int) {
            (self.low, self.high, self.count) = (low, high, max(0, count))
        }
    }

    /// What value is asked for, and how many have it: counted by whoever knows the values, not from the bars.
    package struct Threshold: Hashable, Sendable {
        let value: Double
        let meeting: Proportion

        /// - Parameters:
        ///   - value: the least value that meets it.
        ///   - meeting: those that do, of all.
        package init(value: Double, meeting: Proportion) { (self.value, self.meeting) = (value, meeting) }
    }

    let id: PictureID
    let title: String
    let noun: Noun
    let decimals: Decimals
    let bins: [Bin]
    let threshold: Threshold?

    /// A spread.
    /// - Parameters:
    ///   - title: what the values are, whose and of when.
    ///   - noun: what has a value: a family.
    ///   - decimals: of the bounds and the threshold.
    ///   - bins: in their order, each beginning where the one before ends.
    ///   - threshold: nil where none is asked for.
    package init(
        id: PictureID, title: String, noun: Noun, decimals: Decimals = .two, bins: [Bin], threshold: Threshold?
    ) {
        (self.id, self.title, self.noun) = (id, title, noun)
        (self.decimals, self.bins, self.threshold) = (decimals, bins, threshold)
    }

    /// The picture.
    package var picture: Picture {
        Picture(
            id: id, title: title, finding: finding, table: table, height: SpreadPicture.height,
            drawing: total == 0 ? [Shapes.text("No values.", Point(x: 0, y: SpreadPicture.middle))] : drawing)
    }

    private var total: Int { bins.reduce(0) { $0 + $1.count } }

    private var figure: Figure { .number(decimals) }

    private var finding: String {
        guard total > 0 else { return "No \(noun.one) has a value in this period." }
        guard let threshold, let percent = threshold.meeting.percent else {
            return "There are values of \(noun.counted(total))."
        }
        let (met, all) = (threshold.meeting.numerator, threshold.meeting.denominator)
        return "\(met) of \(noun.counted(all)) (\(percent)%) reach \(figure.text(threshold.value)) or more."
    }

    private var table: PictureTable {
        PictureTable(
            caption: "The same figures",
            columns: ["From, up to", noun.several.prefix(1).uppercased() + noun.several.dropFirst()],
            rows: bins.map { ["\(figure.text($0.low)) to \(figure.text($0.high))", "\($0.count)"] })
    }

    private var drawing: [Node] {
        guard let first = bins.first, let last = bins.last else { return [] }
        let canvas = Canvas(
            across: Axis(low: first.low, high: last.high, start: 46, end: Canvas.width - 14, step: 0),
            up: .counts(upTo: bins.map(\.count).max() ?? 0, start: 196, end: 44))
        return [Shapes.hatch(id)]
            + canvas.upward(.number(.none), counting: noun.several.prefix(1).uppercased() + noun.several.dropFirst())
            + bins.flatMap { bar($0, canvas) } + bounds(canvas) + line(canvas) + key
    }

    /// A bar with its count above it; bars below the threshold are hatched.
    private func bar(_ bin: Bin, _ canvas: Canvas) -> [Node] {
        let (left, right) = (canvas.across.place(of: bin.low), canvas.across.place(of: bin.high))
        let top = canvas.up.place(of: Double(bin.count))
        let isBelow = threshold.map { bin.low < $0.value } ?? false
        let text = "\(bin.count)"
        let fits = TextMeasure.width(of: text) <= right - left
        return [
            bin.count > 0
                ? Shapes.bar(
                    Point(x: left + 1, y: top), width: right - left - 2, height: canvas.bottom - top,
                    fill: isBelow ? "url(#\(id.hatch))" : "currentColor") : .empty,
            fits ? Shapes.text(text, Point(x: (left + right) / 2, y: top - 4), anchor: "middle") : .empty,
        ]
    }

    /// The bounds of as many bars as there is room for.
    private func bounds(_ canvas: Canvas) -> [Node] {
        var (nodes, free) = ([Node](), -Double.infinity)
        for bound in bins.map(\.low) + [canvas.across.high] {
            let (x, text) = (canvas.across.place(of: bound), figure.text(bound))
            let width = TextMeasure.width(of: text)
            nodes.append(Shapes.line(Point(x: x, y: canvas.bottom), Point(x: x, y: canvas.bottom + 4), .thin))
            guard x - width / 2 >= free else { continue }
            nodes.append(Shapes.text(text, Point(x: x, y: canvas.bottom + 18), anchor: "middle"))
            free = x + width / 2 + 6
        }
        return nodes
    }

    private func line(_ canvas: Canvas) -> [Node] {
        guard let threshold, canvas.across.holds(threshold.value) else { return [] }
        let x = canvas.across.place(of: threshold.value)
        return [
            Shapes.line(Point(x: x, y: 30), Point(x: x, y: canvas.bottom), .dashed),
            Shapes.text(
                "threshold \(figure.text(threshold.value))", Point(x: x - 4, y: 26), anchor: "middle", weight: "bold"),
        ]
    }

    private var key: [Node] {
        guard threshold != nil else { return [] }
        return [
            Shapes.bar(Point(x: 0, y: 232), width: 22, height: 12, fill: "currentColor"),
            Shapes.text("from the threshold up", Point(x: 30, y: 243)),
            Shapes.bar(Point(x: 206, y: 232), width: 22, height: 12, fill: "url(#\(id.hatch))"),
            Shapes.text("begins below it", Point(x: 236, y: 243)),
        ]
    }

    static let height = 256.0
    static let middle = 120.0
}
