/// An outcome that is known of some and not of others: what it is among those, and what it could be among all.
package struct KnownOfAll: Hashable, Sendable {
    /// Who had the outcome.
    package let yes: Int
    /// Of whom it is known whether they had it.
    package let known: Int
    /// All whom it could be asked of.
    package let all: Int

    /// The counts, or nil unless 0 <= yes <= known <= all.
    package init?(yes: Int, known: Int, all: Int) {
        guard yes >= 0, yes <= known, known <= all else { return nil }
        self.yes = yes
        self.known = known
        self.all = all
    }

    /// The share among those of whom it is known; nil over nobody.
    package var amongKnown: Proportion? { Proportion(numerator: yes, denominator: known) }

    /// The share if nobody else had it.
    package var least: Proportion? { Proportion(numerator: yes, denominator: all) }

    /// The share if everybody else had it.
    package var most: Proportion? { Proportion(numerator: yes + all - known, denominator: all) }
}
