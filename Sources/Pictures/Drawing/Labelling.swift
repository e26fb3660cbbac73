import Markup

/// Writes names beside marks so that none covers another or a mark. What stands out is named first; a name for which there
/// is no room close by gets a line to its mark if it must stand, and is left out if it need not.
struct Labelling {
    /// A name that is to be written.
    struct Name {
        let text: String
        let mark: Point
        /// Whether it must stand, however far from its mark.
        let isNeeded: Bool
    }

    /// What is kept free to either side of a name.
    private static let gap = 1.0

    /// The widest that a name may be.
    static let widest = 96.0

    private let area: LabelBox
    private var taken: [LabelBox]
    private(set) var nodes: [Node] = []
    /// The room that each written name takes, in the order of writing.
    private(set) var boxes: [LabelBox] = []

    /// Names inside an area, with marks in it.
    init(in area: LabelBox, around marks: [Point]) {
        self.area = area
        taken = marks.map { LabelBox(around: $0) }
    }

    /// Writes the names: those that are needed first, and otherwise in their order.
    mutating func write(_ names: [Name]) {
        for name in names where name.isNeeded { write(name, within: Labelling.far) }
        for name in names where !name.isNeeded { write(name, within: Labelling.near) }
    }

    private mutating func write(_ name: Name, within distances: [Double]) {
        let text = TextMeasure.fitted(name.text, to: Labelling.widest)
        let width = TextMeasure.width(of: text) + 2 * Labelling.gap
        for distance in distances {
            // Which mark is meant must be plain: only what must be named is named slantwise.
            for (across, down) in Labelling.directions.prefix(name.isNeeded ? .max : Labelling.straight) {
                let centre = Point(
                    x: name.mark.x + across * (distance + width / 2),
                    y: name.mark.y + down * (distance + TextMeasure.line / 2))
                let box = LabelBox(centre: centre, width: width)
                guard box.isInside(area), !taken.contains(where: box.overlaps) else { continue }
                if distance > Labelling.near[0] {
                    let end = Point(
                        x: min(box.right, max(box.left, name.mark.x)), y: min(box.bottom, max(box.top, name.mark.y)))
                    nodes.append(Shapes.line(name.mark, end, .thin))
                }
                nodes.append(
                    Shapes.text(
                        text, Point(x: centre.x, y: centre.y + 4), anchor: "middle",
                        weight: name.isNeeded ? "bold" : nil))
                taken.append(box)
                boxes.append(box)
                return
            }
        }
    }

    private static let near = [7.0]
    private static let far = near + [14, 22, 32, 44, 58, 74, 92, 112, 136, 164, 200]

    /// How many of the directions go straight to a side.
    private static let straight = 4

    /// Right, left, above, below, and then between them.
    private static let directions: [(Double, Double)] = [
        (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (0.5, -1), (-0.5, -1), (0.5, 1),
        (-0.5, 1),
        (1, -0.5), (-1, -0.5), (1, 0.5), (-1, 0.5),
    ]
}
