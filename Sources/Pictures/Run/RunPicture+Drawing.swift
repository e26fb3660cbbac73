import Markup
import Statistics

extension RunPicture {
    var drawing: [Node] {
        let canvas = canvas
        return canvas.upward(figure, counting: figure == .share ? "Share" : "Figure") + names(canvas)
            + limitLines(canvas) + line(canvas) + marks(canvas) + key
    }

    private var canvas: Canvas {
        let values = known.map(\.value) + (chart.map { [$0.mean] + drawn($0) } ?? [])
        let up: Axis =
            figure == .share
            ? .shares(holding: values, start: 192, end: 26) : .numbers(holding: values, start: 192, end: 26)
        let last = Double(max(1, points.count - 1))
        return Canvas(across: Axis(low: 0, high: last, start: 56, end: Canvas.width - 104, step: 1), up: up)
    }

    /// The limits that there can be figures at: a share beyond 0 or 100 % is none.
    private func drawn(_ chart: RunChart) -> [Double] {
        [chart.limits.low, chart.limits.high].filter { figure != .share || ($0 >= 0 && $0 <= 1) }
    }

    /// The names of as many months as there is room for, the first among them.
    private func names(_ canvas: Canvas) -> [Node] {
        var (nodes, free) = ([Node](), -Double.infinity)
        for (place, point) in points.enumerated() {
            let x = canvas.across.place(of: Double(place))
            let text = TextMeasure.fitted(point.name, to: Labelling.widest)
            let width = TextMeasure.width(of: text)
            nodes.append(
                Shapes.line(.init(x: x, y: canvas.bottom), .init(x: x, y: canvas.bottom + 4), .thin))
            guard x - width / 2 >= free else { continue }
            nodes.append(Shapes.text(text, .init(x: x, y: canvas.bottom + 18), anchor: "middle"))
            free = x + width / 2 + 8
        }
        return nodes
    }

    /// Mean and limits, each named at its right end; names that would touch move apart.
    private func limitLines(_ canvas: Canvas) -> [Node] {
        guard let chart else { return [] }
        var lines: [(value: Double, name: String, stroke: Shapes.Stroke)] = [(chart.mean, "mean", .thin)]
        for (limit, name) in [(chart.limits.high, "upper"), (chart.limits.low, "lower")]
        where drawn(chart).contains(limit) {
            lines.append((limit, name, .dashed))
        }
        lines.sort { $0.value > $1.value }
        var (feet, lowest) = ([Double](), canvas.bottom + 4)
        // From the lowest up: no name stands below the axis, and none touches the one beneath it.
        for line in lines.reversed() {
            feet.append(min(canvas.up.place(of: line.value) + 4, lowest))
            lowest = (feet.last ?? lowest) - TextMeasure.line
        }
        return zip(lines, feet.reversed()).flatMap { line, foot -> [Node] in
            let y = canvas.up.place(of: line.value)
            return [
                Shapes.line(.init(x: canvas.left, y: y), .init(x: canvas.right + 4, y: y), line.stroke),
                Shapes.text("\(line.name) \(figure.text(line.value))", .init(x: canvas.right + 8, y: foot)),
            ]
        }
    }

    /// The line from figure to figure; it breaks where there is none.
    private func line(_ canvas: Canvas) -> [Node] {
        points.split(omittingEmptySubsequences: true) { $0.value == nil }.map { stretch in
            Shapes.path(
                stretch.indices.compactMap { place in
                    points[place].value.map { canvas.place(Double(place), $0) }
                }, .thin)
        }
    }

    private func marks(_ canvas: Canvas) -> [Node] {
        let outside = Set(signals.filter { $0.signal.rule == .outside }.flatMap(\.places))
        let others = Set(signals.flatMap(\.places))
        return known.map { place, value in
            let mark: Mark = outside.contains(place) ? .alarm : others.contains(place) ? .alert : .plain
            let point = points[place]
            return mark.node(
                at: canvas.place(Double(place), value),
                saying: "\(point.name): \(figure.text(value)) (\(point.counts))")
        }
    }

    /// What the shapes mean.
    private var key: [Node] {
        let marks: [(Mark, String, Double)] = [
            (.plain, "as expected", 0), (.alert, "part of a signal", 116), (.alarm, "outside the limits", 256),
        ]
        return marks.flatMap { mark, text, x in
            [mark.node(at: .init(x: x + 8, y: 248)), Shapes.text(text, .init(x: x + 20, y: 252))]
        }
    }
}
