import Markup

/// A place of a drawing, from its upper left corner.
struct Point: Hashable {
    var x: Double
    var y: Double
}

/// The parts that drawings are made of. All of them are drawn in the colour of the text around the picture.
enum Shapes {
    /// How a line is drawn.
    enum Stroke {
        case solid
        case thin
        case dashed
        case dotted
        /// A line of the grid.
        case faint
        /// A line that is not to be leant on.
        case uncertain

        var attributes: [Attribute] {
            let (width, dashes, opacity) = look
            return [Attribute("fill", "none"), Attribute("stroke", "currentColor"), Attribute("stroke-width", width)]
                + (dashes.map { [Attribute("stroke-dasharray", $0)] } ?? [])
                + (opacity.map { [Attribute("stroke-opacity", $0)] } ?? [])
        }

        private var look: (width: String, dashes: String?, opacity: String?) {
            switch self {
            case .solid: ("2", nil, nil)
            case .thin: ("1", nil, nil)
            case .dashed: ("1.2", "6 4", nil)
            case .dotted: ("1.4", "1.5 3.5", nil)
            case .faint: ("1", nil, "0.15")
            case .uncertain: ("1.2", "2 3", "0.55")
            }
        }
    }

    static func line(_ from: Point, _ to: Point, _ stroke: Stroke) -> Node {
        el(
            "line",
            [
                Attribute("x1", Coordinate.text(from.x)), Attribute("y1", Coordinate.text(from.y)),
                Attribute("x2", Coordinate.text(to.x)), Attribute("y2", Coordinate.text(to.y)),
            ] + stroke.attributes)
    }

    /// A line through places; nothing for fewer than two.
    static func path(_ points: [Point], _ stroke: Stroke) -> Node {
        guard points.count >= 2 else { return .empty }
        return el("path", [Attribute("d", outline(points))] + stroke.attributes)
    }

    static func bar(_ corner: Point, width: Double, height: Double, fill: String) -> Node {
        el(
            "rect",
            [
                Attribute("x", Coordinate.text(corner.x)), Attribute("y", Coordinate.text(corner.y)),
                Attribute("width", Coordinate.text(max(0, width))),
                Attribute("height", Coordinate.text(max(0, height))), Attribute("fill", fill),
                Attribute("stroke", "currentColor"),
            ])
    }

    /// Text whose foot stands at a place.
    /// - Parameter anchor: `start`, `middle` or `end`: which part of it stands there.
    static func text(_ text: String, _ place: Point, anchor: String = "start", weight: String? = nil) -> Node {
        let bold = weight.map { [Attribute("font-weight", $0)] } ?? []
        return el(
            "text",
            [Attribute("x", Coordinate.text(place.x)), Attribute("y", Coordinate.text(place.y))]
                + (anchor == "start" ? [] : [Attribute("text-anchor", anchor)]) + bold, .text(text))
    }

    /// Lines that slant, to fill areas with.
    static func hatch(_ id: PictureID) -> Node {
        el(
            "defs", [],
            el(
                "pattern",
                [
                    .id(id.hatch), Attribute("width", "5"), Attribute("height", "5"),
                    Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)"),
                ], line(Point(x: 0, y: 0), Point(x: 0, y: 5), .thin)))
    }

    static func outline(_ points: [Point]) -> String {
        points.enumerated().map { place, point in
            "\(place == 0 ? "M" : "L")\(Coordinate.text(point.x)) \(Coordinate.text(point.y))"
        }.joined()
    }
}
