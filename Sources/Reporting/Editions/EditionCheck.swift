import CivilDate
import Disclosure
import Postgres

/// What a look at a frozen edition found: whether its text is as it was hashed, and whether the facts still give its counts.
package struct EditionCheck: Hashable, Sendable {
    /// What the facts give now for its cut.
    package enum Recount: Hashable, Sendable {
        /// The same.
        case same
        /// Fewer, since records were disposed of at the sites whose counts they are; so many are gone.
        case gone(records: Int)
        /// Something else by rules that are others than those that it was counted by: which, `mst 3 -> mst 4`. That tells
        /// nothing of the facts.
        case otherRules([String])
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
    ///   - disposed: how many records each site has disposed of since the cut, by its code.
    ///   - transaction: one of the role that reads the facts of all sites.
    package static func look(
        at edition: Edition, on ground: EditionMaterial.Ground, disposed: [String: Int], in transaction: Transaction
    ) async throws -> EditionCheck {
        guard let kept = try await EditionBook.secrets(of: [edition.number], in: transaction)[edition.number] else {
            throw EditionFault.unreadable(edition.number)
        }
        let tally = try await EditionTally.read(EditionRequest(of: edition), on: ground, in: transaction)
        let losses = EditionLosses(kept, tally, disposed)
        var recount = losses.recount
        if case .differs = recount, losses.robbed.isEmpty, !edition.isCounted(by: ground, kept) {
            recount = .otherRules(edition.otherRules(ground, kept))
        }
        return EditionCheck(
            number: edition.number, isAsFrozen: edition.isAsFrozen, isAsCounted: edition.prints(kept),
            recount: recount)
    }

    /// The figures of kept tables that have other counts now. What is counted now besides stood in no table of the edition.
    static func differing(_ kept: [EditionGrid], _ now: [EditionGrid]) -> [String] {
        let (old, new) = (counts(kept), counts(now))
        return old.keys.filter { old[$0] != new[$0] }.map(\.description).sorted()
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
    /// The rules that are others now than when it was counted: `program 1.0 -> 1.1`.
    fileprivate func otherRules(_ ground: EditionMaterial.Ground, _ kept: EditionSecrets) -> [String] {
        var others: [String] = []
        if document.codeVersion != ground.program {
            others.append("program \(document.codeVersion) -> \(ground.program)")
        }
        let (then, now) = (kept.models ?? [], ground.counting)
        if then != now {
            let (gone, new) = (then.filter { !now.contains($0) }, now.filter { !then.contains($0) })
            others.append(
                "models \(gone.isEmpty ? "not kept" : gone.joined(separator: ", ")) -> "
                    + (new.isEmpty ? "none" : new.joined(separator: ", ")))
        }
        return others
    }

    /// Whether its figures are those that counts give which were kept beside it.
    fileprivate func prints(_ kept: EditionSecrets) -> Bool {
        guard let release = try? Release(kept.grids, by: rules) else { return false }
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
