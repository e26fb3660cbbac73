/// What becomes of a figure when it is published.
package enum CellStatus: String, Sendable, Hashable, CaseIterable {
    /// Printed as it is.
    case shown
    /// Withheld, since it is small itself.
    case primary
    /// Withheld, since a small one could be worked out from it.
    case secondary
    /// Printed to the nearest multiple of the rule's base.
    case rounded

    /// Whether nothing is printed but a symbol.
    package var isWithheld: Bool { self == .primary || self == .secondary }
}
