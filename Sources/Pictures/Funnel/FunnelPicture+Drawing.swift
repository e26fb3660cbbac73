import Markup
import Statistics

extension FunnelPicture {
    var drawing: [Node] {
        guard let limits else { return [] }
        let canvas = canvas(limits)
        return canvas.upward(.share, counting: "Share") + canvas.along(.number(.none), counting: "Cases")
            + curves(limits, canvas) + points(canvas) + key(limits)
    }

    private func canvas(_ limits: Limits) -> Canvas {
        let cases = shown.map(\.share.denominator)
        let fewest = limits.limits(of: cases.min() ?? 1, at: .z998)
        let shares = shown.compactMap(\.share.value) + [limits.centre] + (fewest.map { [$0.low, $0.high] } ?? [])
        return Canvas(
            across: .counts(upTo: cases.max() ?? 1, start: 46, end: Canvas.width - 12),
            up: .shares(holding: shares, start: 256, end: 26))
    }

    /// The centre and the limits, where they lie inside the drawing.
    private func curves(_ limits: Limits, _ canvas: Canvas) -> [Node] {
        let most = Int(canvas.across.high)
        let counts = Array(stride(from: 1, through: most, by: max(1, most / 120)))
        func curve(_ quantile: NormalQuantile, _ side: (Interval) -> Double, _ stroke: Shapes.Stroke) -> Node {
            let points = counts.compactMap { count in
                limits.limits(of: count, at: quantile).map(side).flatMap { share in
                    canvas.up.holds(share) ? canvas.place(Double(count), share) : nil
                }
            }
            return Shapes.path(points, stroke)
        }
        return [
            Shapes.line(canvas.place(0, limits.centre), canvas.place(Double(most), limits.centre), .thin),
            curve(.z95, \.low, .dashed), curve(.z95, \.high, .dashed),
            curve(.z998, \.low, .dotted), curve(.z998, \.high, .dotted),
        ]
    }

    private func points(_ canvas: Canvas) -> [Node] {
        let placed = shown.compactMap { unit in
            unit.share.value.map { (unit: unit, place: canvas.place(Double(unit.share.denominator), $0)) }
        }
        let area = LabelBox(left: canvas.left + 2, top: canvas.top - 4, right: Canvas.width, bottom: canvas.bottom - 2)
        var labelling = Labelling(in: area, around: placed.map(\.place))
        labelling.write(
            placed.map { .init(text: $0.unit.name, mark: $0.place, isNeeded: $0.unit.signal != .none) })
        let marks = placed.map { unit, place in
            let share = unit.share
            return Mark(unit.signal).node(
                at: place,
                saying: "\(unit.name): \(share.numerator)/\(share.denominator), \(share.percent ?? "")%")
        }
        return labelling.nodes + marks
    }

    /// What shapes and lines mean.
    private func key(_ limits: Limits) -> [Node] {
        let marks: [(Mark, String)] = [
            (.plain, "within the limits"), (.alert, "beyond 95%: alert"), (.alarm, "beyond 99.8%: alarm"),
        ]
        let lines: [(Shapes.Stroke, String)] = [
            (.thin, "all together: \(Figure.share.text(limits.centre))"), (.dashed, "95% limits"),
            (.dotted, "99.8% limits"),
        ]
        return (0..<3).flatMap { row -> [Node] in
            let y = 314 + 20 * Double(row)
            return [
                marks[row].0.node(at: Point(x: 8, y: y - 4)), Shapes.text(marks[row].1, Point(x: 22, y: y)),
                Shapes.line(Point(x: 206, y: y - 4), Point(x: 236, y: y - 4), lines[row].0),
                Shapes.text(lines[row].1, Point(x: 244, y: y)),
            ]
        }
    }
}
