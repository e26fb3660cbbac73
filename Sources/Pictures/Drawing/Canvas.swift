import Markup

/// The area that a picture's figures are drawn in, with an axis below and one to the left.
struct Canvas {
    /// How wide every drawing is, in its own units.
    static let width = 420.0

    let across: Axis
    let up: Axis

    func place(_ x: Double, _ y: Double) -> Point { Point(x: across.place(of: x), y: up.place(of: y)) }

    var left: Double { across.start }
    var right: Double { across.end }
    var top: Double { up.end }
    var bottom: Double { up.start }

    /// Lines across with their numbers, and what they count above them.
    func upward(_ figure: Figure, counting title: String) -> [Node] {
        up.ticks.flatMap { tick -> [Node] in
            let y = up.place(of: tick)
            return [
                Shapes.line(Point(x: left, y: y), Point(x: right, y: y), tick == up.low ? .thin : .faint),
                Shapes.text(figure.tick(tick, step: up.step), Point(x: left - 6, y: y + 4), anchor: "end"),
            ]
        } + [Shapes.text(TextMeasure.fitted(title, to: Canvas.width), Point(x: 0, y: TextMeasure.size))]
    }

    /// Where the middle of a text stands that would stand at a place, so that all of it is inside the drawing.
    static func inside(_ x: Double, _ text: String) -> Double {
        let half = TextMeasure.width(of: text) / 2
        return max(half, min(width - half, x))
    }

    /// The numbers below, and what they count beneath them.
    func along(_ figure: Figure, counting title: String) -> [Node] {
        across.ticks.flatMap { tick -> [Node] in
            let (x, text) = (across.place(of: tick), figure.tick(tick, step: across.step))
            return [
                Shapes.line(Point(x: x, y: bottom), Point(x: x, y: bottom + 4), .thin),
                Shapes.text(text, Point(x: Canvas.inside(x, text), y: bottom + 17), anchor: "middle"),
            ]
        } + [
            Shapes.line(Point(x: left, y: bottom), Point(x: right, y: bottom), .thin),
            Shapes.text(
                TextMeasure.fitted(title, to: right - left), Point(x: right, y: bottom + 34), anchor: "end"),
        ]
    }
}
