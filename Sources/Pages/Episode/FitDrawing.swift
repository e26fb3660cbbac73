import Markup

/// A fit circle as a drawing, with the same as a list: a behaviour in the middle, and around it what drives it, by the part
/// of the child's world that it belongs to.
struct FitDrawing {
    /// Something that drives the behaviour.
    struct Driver {
        let system: String
        let kind: String
        let text: String
        /// Whether it comes first now.
        let isFirst: Bool
        /// Where it is changed; nil for readers who do not write.
        let way: String?
    }

    let middle: String
    let id: String
    let drivers: [Driver]
    /// Where the middle is changed and where a driver is added; nil for readers who do not write.
    let ways: (change: String, add: String)?

    /// Where the middle is of a drawing whose boxes stand around it.
    private static let centre = (x: 360, y: 210)
    /// How much room is left around the boxes.
    private static let margin = 5
    /// How large a box is.
    private static let (boxWidth, boxHeight) = (180, 66)
    /// How many characters go into a line of a box.
    private static let line = 22
    /// How far one line of a box is below another.
    private static let lineHeight = 17

    var nodes: [Node] {
        [
            el("h3", [.id(id)], .text(middle)),
            el(
                "figure", [.class("picture fit"), Attribute("tabindex", "0"), Attribute("aria-labelledby", id)], drawing
            ),
            drivers.isEmpty ? el("p", [.class("nothing")], "No driver is on record yet.") : list,
        ] + edits
    }

    private var edits: [Node] {
        guard let ways else { return [] }
        return [
            el(
                "ul", [.class("ways")],
                el("li", [], el("a", [.href(ways.add)], "Add a driver", FitDrawing.unseen(" to: \(middle)"))),
                el("li", [], el("a", [.href(ways.change)], "Change the middle", FitDrawing.unseen(" \(middle)"))))
        ]
    }

    /// A link that changes something, told apart from others for those who hear the page.
    static func change(_ what: String, _ way: String?) -> Node {
        guard let way else { return .empty }
        return .fragment([" ", el("a", [.href(way)], "Change", unseen(" \(what)"))])
    }

    private static func unseen(_ text: String) -> Node { el("span", [.class("unseen")], .text(text)) }

    private var list: Node {
        let systems = drivers.reduce(into: [String]()) { if !$0.contains($1.system) { $0.append($1.system) } }
        return el(
            "ul",
            each: systems.map { system in
                el(
                    "li", [], el("strong", [], .text(FamilyPages.words(system))),
                    el(
                        "ul",
                        each: drivers.filter { $0.system == system }.map { driver in
                            el(
                                "li", [],
                                .text("\(driver.kind): \(driver.text)\(driver.isFirst ? " (comes first now)" : "")"),
                                FitDrawing.change(driver.text, driver.way))
                        }))
            })
    }

    private var drawing: Node {
        let places = places
        let middlePlace = places.count > FitDrawing.corners.count ? columnsCentre : FitDrawing.centre
        let (x, y) = (middlePlace.x, middlePlace.y)
        let lines = places.map { place in
            el(
                "line",
                [
                    Attribute("x1", "\(x)"), Attribute("y1", "\(y)"), Attribute("x2", "\(place.x)"),
                    Attribute("y2", "\(place.y)"), Attribute("stroke", "#4a5763"), Attribute("stroke-width", "2"),
                ])
        }
        let boxes = zip(drivers, places).map { driver, place in
            box(
                at: place.x, place.y, "\(driver.system.capitalizedFirst): \(driver.text)", isBold: driver.isFirst,
                fill: "#ffffff")
        }
        return el(
            "svg",
            [
                Attribute("role", "img"), Attribute("aria-labelledby", "\(id)-title"),
            ] + extent(places + [middlePlace]),
            each: [
                el(
                    "title", [.id("\(id)-title")],
                    .text("Fit circle with \(drivers.count) drivers; the list below says the same"))
            ] + lines + boxes + [box(at: x, y, middle, isBold: true, fill: "#f1f4f6")])
    }

    /// How large the drawing is: as large as what is on it, so that a small one needs no scrolling on a telephone.
    private func extent(_ places: [(x: Int, y: Int)]) -> [Attribute] {
        let (xs, ys) = (places.map { $0.x }, places.map { $0.y })
        let left = (xs.min() ?? 0) - FitDrawing.boxWidth / 2 - FitDrawing.margin
        let top = (ys.min() ?? 0) - FitDrawing.boxHeight / 2 - FitDrawing.margin
        let width = (xs.max() ?? 0) + FitDrawing.boxWidth / 2 + FitDrawing.margin - left
        let height = (ys.max() ?? 0) + FitDrawing.boxHeight / 2 + FitDrawing.margin - top
        return [
            Attribute("viewBox", "\(left) \(top) \(width) \(height)"), Attribute("width", "\(width)"),
            Attribute("height", "\(height)"),
        ]
    }

    /// Places on an ellipse, the first above the middle.
    private static let corners: [(x: Int, y: Int)] = [
        (360, 40), (605, 100), (625, 225), (560, 350), (360, 380), (160, 350), (95, 225), (115, 100),
    ]
    /// How far one box is below another in a column.
    private static let step = 80

    /// Where the drivers stand: around the middle, or at both sides of it where there is no room for all around it.
    private var places: [(x: Int, y: Int)] {
        guard drivers.count <= FitDrawing.corners.count else {
            return drivers.indices.map { place in
                (place.isMultiple(of: 2) ? 95 : 625, FitDrawing.corners[0].y + place / 2 * FitDrawing.step)
            }
        }
        return drivers.indices.map { FitDrawing.corners[$0 * FitDrawing.corners.count / drivers.count] }
    }

    /// The middle between two columns of drivers.
    private var columnsCentre: (x: Int, y: Int) {
        (FitDrawing.centre.x, FitDrawing.corners[0].y + (drivers.count - 1) / 2 * FitDrawing.step / 2)
    }

    private func box(at x: Int, _ y: Int, _ text: String, isBold: Bool, fill: String) -> Node {
        let (left, top) = (x - FitDrawing.boxWidth / 2, y - FitDrawing.boxHeight / 2)
        let lines = FitDrawing.wrapped(text)
        // The lines stand in the middle of the box, however many there are.
        let first = y + 5 - (lines.count - 1) * FitDrawing.lineHeight / 2
        let words = lines.enumerated().map { place, line in
            el(
                "text",
                [
                    Attribute("x", "\(x)"), Attribute("y", "\(first + place * FitDrawing.lineHeight)"),
                    Attribute("text-anchor", "middle"),
                    Attribute("font-size", "13"), Attribute("font-weight", isBold ? "700" : "400"),
                    Attribute("fill", "#14202b"),
                ], .text(line))
        }
        let frame = el(
            "rect",
            [
                Attribute("x", "\(left)"), Attribute("y", "\(top)"), Attribute("width", "\(FitDrawing.boxWidth)"),
                Attribute("height", "\(FitDrawing.boxHeight)"), Attribute("fill", fill),
                Attribute("stroke", "#14202b"), Attribute("stroke-width", isBold ? "3" : "1"),
            ])
        return .fragment([frame] + words)
    }

    /// At most three lines of a box; what does not go in ends with dots, and the list has all of it.
    private static func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word.prefix(line))
            } else if last.count + 1 + word.count <= line {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word.prefix(line)))
            }
        }
        guard lines.count > 3 else { return lines }
        return Array(lines.prefix(2)) + [lines[2].prefix(line - 1) + "…"]
    }
}
