import Markup
import Statistics

extension SurvivalPicture {
    var drawing: [Node] {
        let canvas = Canvas(
            across: .counts(upTo: max(1, curve.end), start: 46, end: Canvas.width - 14),
            up: Axis(low: 0, high: 1, start: 212, end: 26, step: 0.2))
        return canvas.upward(.share, counting: "Share not yet \(event)")
            + canvas.along(.number(.none), counting: unit.prefix(1).uppercased() + unit.dropFirst())
            + atRiskRow(canvas) + median(canvas) + lines(canvas) + key(canvas)
    }

    private func atRiskRow(_ canvas: Canvas) -> [Node] {
        [Shapes.text("Still watched:", Point(x: 0, y: 246))]
            + canvas.across.ticks.map { tick in
                let text = "\(atRisk(at: Int(tick)))"
                let x = Canvas.inside(canvas.across.place(of: tick), text)
                return Shapes.text(text, Point(x: x, y: 264), anchor: "middle")
            }
    }

    /// From half across to the curve, and down to its time.
    private func median(_ canvas: Canvas) -> [Node] {
        guard let median = curve.median else { return [] }
        let place = canvas.place(Double(median), 0.5)
        return [
            Shapes.line(Point(x: canvas.left, y: place.y), place, .dotted),
            Shapes.line(place, Point(x: place.x, y: canvas.bottom), .dotted),
        ]
    }

    private func lines(_ canvas: Canvas) -> [Node] {
        let last = Double(curve.end)
        func part(_ value: (SurvivalCurve.Step) -> Double, _ stroke: Shapes.Stroke) -> [Node] {
            let cut = uncertainFrom.map(Double.init) ?? last
            let stairs = stairs(value)
            let sure = stairs.filter { $0.0 <= cut }
            let level = sure.last?.1 ?? 1
            let unsure = [(cut, level)] + stairs.filter { $0.0 > cut }
            return [
                cut > 0 ? Shapes.path((sure + [(cut, level)]).map { canvas.place($0.0, $0.1) }, stroke) : .empty,
                cut < last
                    ? Shapes.path(
                        (unsure + [(last, unsure.last?.1 ?? level)]).map { canvas.place($0.0, $0.1) }, .uncertain)
                    : .empty,
            ]
        }
        return part({ $0.limits?.low ?? $0.share }, .dashed) + part({ $0.limits?.high ?? $0.share }, .dashed)
            + part(\.share, .solid)
    }

    /// The corners of a staircase from 1 at time 0.
    private func stairs(_ value: (SurvivalCurve.Step) -> Double) -> [(Double, Double)] {
        var (corners, level) = ([(0.0, 1.0)], 1.0)
        for step in curve.steps {
            corners.append((Double(step.time), level))
            level = value(step)
            corners.append((Double(step.time), level))
        }
        return corners
    }

    private func key(_ canvas: Canvas) -> [Node] {
        let parts: [(Shapes.Stroke, String, Double, Double)] = [
            (.solid, "share", 0, 290), (.dashed, "95% limits", 100, 290),
            (.uncertain, "fewer than 5 watched", 222, 290), (.dotted, "half", 0, 310),
        ]
        return parts.flatMap { stroke, text, x, y in
            [
                Shapes.line(Point(x: x, y: y - 4), Point(x: x + 26, y: y - 4), stroke),
                Shapes.text(text, Point(x: x + 32, y: y)),
            ]
        }
    }
}
