import CivilDate

/// Where something stands among the facts of an episode: its day, and of one day the order in which facts were entered.
struct FactPlace: Hashable, Comparable {
    /// The day.
    let on: CivilDate
    /// The place among all facts of the episode, from 0; one less than any for the beginning of the day.
    private let place: Int

    /// The fact at a place of the episode's facts.
    static func fact(_ place: Int, on day: CivilDate) -> FactPlace { FactPlace(on: day, place: place) }

    /// Before all facts of a day.
    static func beginning(of day: CivilDate) -> FactPlace { FactPlace(on: day, place: -1) }

    /// Earlier days come first, then what was entered earlier.
    static func < (lhs: FactPlace, rhs: FactPlace) -> Bool { (lhs.on, lhs.place) < (rhs.on, rhs.place) }
}
