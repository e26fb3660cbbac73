import CivilDate
import Disclosure
import Postgres

/// What a look at a frozen edition found: whether its text is as it was hashed, and whether the facts still give its counts.
package struct EditionCheck: Hashable, Sendable {
    /// What the facts give now for its cut.
    package enum Recount: Hashable, Sendable {
        /// The same.
        case same
        /// Fewer, since records were disposed of; so many are gone.
        case gone(records: Int)
        /// Something else; the figures that differ, as tables name them.
        case differs([String])
    }

    /// The edition.
    package let number: EditionNumber
    /// Whether the text is the one that was hashed.
    package let isAsFrozen: Bool
    /// Whether the figures of the text are those that the kept counts give.
    package let isAsCounted: Bool
    /// What the facts give now for its cut.
    package let recount: Recount

    /// Whether nothing speaks for a change by hand.
    package var isSound: Bool {
        if case .differs = recount { return false }
        return isAsFrozen && isAsCounted
    }

    /// Looks.
    /// - Parameters:
    ///   - ground: the network at the edition's cut.
    ///   - disposed: how many records sites have disposed of since the cut.
    ///   - transaction: one of the role that reads the facts of all sites.
    package static func look(
        at edition: Edition, on ground: EditionMaterial.Ground, disposed: Int, in transaction: Transaction
    ) async throws -> EditionCheck {
        guard let kept = try await EditionBook.secrets(of: [edition.number], in: transaction)[edition.number] else {
            throw EditionFault.unreadable(edition.number)
        }
        let tally = try await EditionTally.read(EditionRequest(of: edition), on: ground, in: transaction)
        return EditionCheck(
            number: edition.number, isAsFrozen: edition.isAsFrozen, isAsCounted: edition.prints(kept),
            recount: recount(kept, tally, disposed))
    }

    private static func recount(_ kept: EditionSecrets, _ tally: EditionTally, _ disposed: Int) -> Recount {
        let names = differing(kept.grids, tally.grids)
        guard !names.isEmpty else { return .same }
        let gone = kept.records - tally.records
        return gone > 0 && disposed > 0 ? .gone(records: gone) : .differs(names)
    }

    /// The figures of tables that have other counts in others.
    static func differing(_ one: [EditionGrid], _ other: [EditionGrid]) -> [String] {
        let (old, new) = (counts(one), counts(other))
        return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.map(\.description).sorted()
    }

    /// The true counts of all figures.
    static func counts(_ grids: [EditionGrid]) -> [CellID: Int] {
        var counts: [CellID: Int] = [:]
        for grid in grids {
            let table = grid.table
            for place in table.places { counts[table.id(of: place)] = table.count(at: place) }
        }
        return counts
    }
}

extension Edition {
    /// Whether its figures are those that counts give which were kept beside it.
    fileprivate func prints(_ kept: EditionSecrets) -> Bool {
        guard let release = try? Release(kept.grids, by: profile) else { return false }
        let pattern = Pattern(of: release, withheldForOthers: kept.secondary)
        var printed: [EditionFigureName: Int?] = [:]
        for (name, cell) in EditionPrinting.places(kept.grids, release) {
            printed[name] = pattern.printed(cell, of: release)
        }
        var shown: [EditionFigureName: Int?] = [:]
        for table in document.tables {
            for cell in table.cells {
                shown[EditionFigureName(table: table.name, row: cell.row, column: cell.column)] = cell.value
            }
        }
        return printed == shown
    }
}

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
            let release = try? Release(kept.grids, by: edition.profile)
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
