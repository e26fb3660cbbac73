import Disclosure
import Postgres

/// Why each figure of an edition is printed as it is; for those who freeze.
package enum EditionStatuses {
    /// What became of a figure.
    package enum Status: String, Hashable, Sendable {
        /// Printed as it is.
        case shown
        /// Withheld, since it is small itself.
        case primary
        /// Withheld for the sake of another.
        case secondary
        /// Printed rounded.
        case rounded
    }

    /// What became of every figure.
    /// - Parameter transaction: one of the role that reads the facts of all sites.
    package static func read(
        of edition: Edition, in transaction: Transaction
    ) async throws -> [EditionFigureName: Status] {
        guard let kept = try await EditionBook.secrets(of: [edition.number], in: transaction)[edition.number],
            let release = try? Release(kept.grids, by: edition.rules)
        else { throw EditionFault.unreadable(edition.number) }
        let pattern = Pattern(of: release, withheldForOthers: kept.secondary)
        return EditionPrinting.places(kept.grids, release).mapValues { cell in
            switch pattern[cell] {
            case .shown: .shown
            case .primary: .primary
            case .secondary: .secondary
            case .rounded: .rounded
            }
        }
    }
}
