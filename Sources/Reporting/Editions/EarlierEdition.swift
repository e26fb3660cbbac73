import Disclosure

/// An edition that is out, as a later one is attacked together with it.
struct EarlierEdition: Sendable {
    /// Its number.
    let number: EditionNumber
    /// Whether everybody reads it.
    let isPublic: Bool
    /// Its tables with the true counts.
    let grids: [EditionGrid]
    /// Its figures, and what became of each.
    let published: PublishedEdition
    /// How many records changed from earlier editions to it.
    var changed: [EditionNumber: Int]
}

extension EarlierEdition {
    /// - Throws: ``EditionFault/unreadable(_:)``.
    init(_ edition: Edition, _ kept: EditionSecrets) throws(EditionFault) {
        guard var own = try? Release(kept.grids, by: edition.rules) else { throw .unreadable(edition.number) }
        do throws(DisclosureFault) {
            try own.tellMeaning(of: kept.grids, by: edition.rules)
        } catch {
            throw EditionFault(error)
        }
        number = edition.number
        isPublic = edition.profile.isPublic
        grids = kept.grids
        published = PublishedEdition(
            number: edition.number.number, release: own,
            pattern: Pattern(of: own, withheldForOthers: kept.secondary))
        var changed: [EditionNumber: Int] = [:]
        for other in kept.changed ?? edition.document.changed {
            if let number = EditionNumber(other.edition) { changed[number] = other.records }
        }
        self.changed = changed
    }
}
