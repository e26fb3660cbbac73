import Markup
import Statistics

/// The shape that stands for a figure: who cannot see colours sees which it is.
enum Mark: CaseIterable {
    /// Nothing out of the ordinary: a ring.
    case plain
    /// Look: a triangle.
    case alert
    /// Far off: a diamond.
    case alarm

    /// By what a funnel says.
    init(_ signal: FunnelSignal) {
        switch signal {
        case .none: self = .plain
        case .alert: self = .alert
        case .alarm: self = .alarm
        }
    }

    /// Half of the width and height of any of them.
    static let reach = 5.5

    func node(at place: Point) -> Node {
        let (x, y) = (place.x, place.y)
        switch self {
        case .plain:
            return el(
                "circle",
                [
                    Attribute("cx", Coordinate.text(x)), Attribute("cy", Coordinate.text(y)), Attribute("r", "3.5"),
                    Attribute("fill", "white"), Attribute("stroke", "currentColor"), Attribute("stroke-width", "1.4"),
                ])
        case .alert:
            return shape([Point(x: x, y: y - 5.5), Point(x: x + 5, y: y + 4), Point(x: x - 5, y: y + 4)])
        case .alarm:
            return shape([
                Point(x: x, y: y - 5.5), Point(x: x + 5.5, y: y), Point(x: x, y: y + 5.5), Point(x: x - 5.5, y: y),
            ])
        }
    }

    private func shape(_ points: [Point]) -> Node {
        el("path", [Attribute("d", Shapes.outline(points) + "Z"), Attribute("stroke", "white")])
    }

    /// The shape with what it says to whoever points at it.
    func node(at place: Point, saying text: String) -> Node {
        el("g", [], el("title", [], .text(text)), node(at: place))
    }
}
