import Disclosure

/// Decides what an edition prints: withholds, rounds, and has the outcome attacked by each kind of reader, together with all
/// that they have already.
struct EditionPress {
    /// Its tables.
    let grids: [EditionGrid]
    /// Its figures, in the order of ``grids``.
    let own: Release
    /// What becomes of each.
    let pattern: Pattern

    /// Works it out.
    /// - Parameters:
    ///   - earlier: the editions that somebody reads who reads this one, and that hang together with it by their days, by
    ///     number.
    ///   - changed: how many records changed since each.
    /// - Throws: ``EditionFault/solverMissing(_:)``, ``EditionFault/unsafe(_:)``.
    init(
        _ grids: [EditionGrid], by profile: EditionProfile, after earlier: [EarlierEdition],
        changed: [EditionNumber: Int]
    ) throws(EditionFault) {
        self.grids = grids
        do throws(DisclosureFault) {
            own = try Release(grids, by: EditionRules(profile))
            let all = EditionEvidence(
                grids: grids, own: own, earlier: earlier, changed: changed, rules: EditionRules(profile))
            var withheld: [Int] = []
            if profile.isPublic { withheld = try Self.withheld(toEverybody: all.ofEverybody) }
            if !profile.isPublic || earlier.contains(where: { !$0.isPublic }) {
                withheld += try Self.withheld(toTheNetwork: all, besides: withheld)
            }
            pattern = Pattern(of: own, withheldForOthers: withheld)
        } catch {
            throw EditionFault(error)
        }
    }

    /// What is withheld for the sake of others from readers of what is public.
    private static func withheld(toEverybody evidence: EditionEvidence) throws(DisclosureFault) -> [Int] {
        try withheld(evidence, try evidence.release())
    }

    /// What is withheld besides from readers within the network, who have both its editions and the public ones. They see
    /// counts under the network's rule: what only the public may not know needs no protection from them.
    private static func withheld(
        toTheNetwork evidence: EditionEvidence, besides withheld: [Int]
    ) throws(DisclosureFault) -> [Int] {
        let release = try evidence.release()
        let seen = seenByAll(evidence, release)
        let limit = EditionRules(.network).units.smallUpTo
        let view = try release.sparing(
            { release.cells[$0].count > limit || seen.contains($0) },
            decided: Pattern(of: release, withheldForOthers: withheld))
        return try self.withheld(evidence, view)
    }

    /// What is withheld for the sake of others. What the editions that are out tell of each other already is not held against
    /// this one.
    private static func withheld(
        _ evidence: EditionEvidence, _ release: Release
    ) throws(DisclosureFault) -> [Int] {
        let suppressor = try Suppressor()
        var (pattern, view) = (Pattern(primaryOf: release), release)
        do throws(DisclosureFault) {
            pattern = try suppressor.pattern(for: view)
        } catch {
            guard case .pinned = error, !evidence.earlier.isEmpty else { throw error }
            let before = try evidence.before.release()
            let told = Set(try Attacker().exposed(in: before, as: Pattern(primaryOf: before)))
            let places = Self.places(told, before, evidence, release)
            guard !places.isEmpty else { throw error }
            view = try release.sparing({ places.contains($0) }, decided: pattern)
            pattern = try suppressor.pattern(for: view)
        }
        return pattern.withheldForOthers(in: view).filter { $0 < evidence.own.cells.count }
    }

    /// Where figures stand that the editions which are out tell of each other: in those, and in this one where too little
    /// changed since for it to be another.
    private static func places(
        _ told: Set<Int>, _ before: Release, _ evidence: EditionEvidence, _ release: Release
    ) -> Set<Int> {
        var places = Set(told.compactMap { release.place(of: before.cells[$0].id) })
        for (index, edition) in evidence.earlier.enumerated() where isClose(evidence, index + 1, 0) {
            for cell in edition.published.release.cells {
                guard let old = edition.published.place(of: cell.id, in: before), told.contains(old),
                    let own = release.place(of: cell.id)
                else { continue }
                places.insert(own)
            }
        }
        return places
    }

    /// Whether too little changed between two editions for a figure that the one tells to be safe in the other.
    private static func isClose(_ evidence: EditionEvidence, _ one: Int, _ other: Int) -> Bool {
        evidence.changed(one, other).map { 2 * $0 < Attacker.requiredWidth } ?? false
    }

    /// The figures that a public edition prints as they are, under their name in it and in all others since which too little
    /// changed: nobody can protect them any more.
    private static func seenByAll(_ evidence: EditionEvidence, _ release: Release) -> Set<Int> {
        let pattern = Pattern(primaryOf: release)
        var seen: Set<Int> = []
        for (index, edition) in evidence.earlier.enumerated() where edition.isPublic {
            for cell in edition.published.release.cells {
                guard let place = edition.published.place(of: cell.id, in: release), pattern[place] == .shown,
                    !release.cells[place].isProtected
                else { continue }
                for (other, twin) in evidence.earlier.enumerated() where isClose(evidence, index + 1, other + 1) {
                    if let place = twin.published.place(of: cell.id, in: release) { seen.insert(place) }
                }
                if isClose(evidence, index + 1, 0), let place = release.place(of: cell.id) { seen.insert(place) }
            }
        }
        return seen
    }
}
