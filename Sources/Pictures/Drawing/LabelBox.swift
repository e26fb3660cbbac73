/// The room that a mark or a text takes.
struct LabelBox: Hashable {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    /// The room of a mark.
    init(around place: Point, reach: Double = Mark.reach) {
        (left, right) = (place.x - reach, place.x + reach)
        (top, bottom) = (place.y - reach, place.y + reach)
    }

    /// The room of a text with its middle at a place.
    init(centre: Point, width: Double) {
        (left, right) = (centre.x - width / 2, centre.x + width / 2)
        (top, bottom) = (centre.y - TextMeasure.line / 2, centre.y + TextMeasure.line / 2)
    }

    /// Whether two take some of the same room.
    func overlaps(_ other: LabelBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether all of it lies inside another.
    func isInside(_ other: LabelBox) -> Bool {
        left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
    }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }
}
