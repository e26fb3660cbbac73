package import CivilDate

/// For how long a record is opened in an emergency, in whole hours.
package struct GlassHours: Hashable, Sendable {
    /// When nothing else is said: 4 hours (our decision; `clinical.md` 7.2 asks for a time limit and names none).
    package static let usual = GlassHours(unchecked: 4)
    /// The longest: 24 hours, until somebody with a relation to the family is at work again (our decision).
    package static let most = GlassHours(unchecked: 24)

    /// 1 to 24.
    package let number: Int

    /// So many hours, or nil outside 1 to 24.
    package init?(_ number: Int) {
        guard (1...GlassHours.most.number).contains(number) else { return nil }
        self.init(unchecked: number)
    }

    private init(unchecked number: Int) {
        self.number = number
    }

    /// When what is opened at an instant is shut again.
    package func end(from instant: Instant) -> Instant {
        instant.adding(microseconds: Int64(number) * 3_600_000_000)
    }
}
