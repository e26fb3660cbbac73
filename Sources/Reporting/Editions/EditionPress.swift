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
            var outcome = Outcome()
            if profile.isPublic { outcome = try Self.outcome(all.ofEverybody, all.ofEverybody.release()) }
            if !profile.isPublic || earlier.contains(where: { !$0.isPublic }) {
                outcome = try Self.outcome(toTheNetwork: all, besides: outcome)
            }
            let withheld = try Self.withheld(toSites: all, besides: outcome)
            pattern = Pattern(of: own, withheldForOthers: withheld)
        } catch {
            throw EditionFault(error)
        }
    }

    /// What some readers brought about.
    private struct Outcome {
        /// What is withheld for the sake of others.
        var withheld: [Int] = []
        /// The proofs that nothing small can be worked out then, of the figures of all editions that these readers have.
        var protection: Protection?
        var figures = 0
    }

    /// What is withheld besides from readers within the network, who have both its editions and the public ones. They see
    /// counts under the network's rule: what only the public may not know needs no protection from them.
    private static func outcome(
        toTheNetwork evidence: EditionEvidence, besides before: Outcome
    ) throws(DisclosureFault) -> Outcome {
        let release = try evidence.release()
        let spared = spared(evidence, release)
        let view = try release.sparing(
            { spared.contains($0) }, decided: Pattern(of: release, withheldForOthers: before.withheld))
        var outcome = try outcome(evidence, view)
        outcome.withheld += before.withheld
        return outcome
    }

    /// What is withheld besides from the people of each site, who have their own figures exactly: what is withheld for one
    /// tells the others less.
    private static func withheld(
        toSites evidence: EditionEvidence, besides before: Outcome
    ) throws(DisclosureFault) -> [Int] {
        let release = try evidence.release()
        let spared = spared(evidence, release)
        var withheld = before.withheld
        for site in evidence.sites {
            let pattern = Pattern(of: release, withheldForOthers: withheld)
            let view = try evidence.known(to: site, of: release, decided: pattern) { spared.contains($0) }
            let proofs = before.figures == release.cells.count ? before.protection : nil
            withheld += try outcome(evidence, view, of: site, after: proofs).withheld
        }
        return withheld
    }

    /// The figures that need no protection from readers within the network.
    private static func spared(_ evidence: EditionEvidence, _ release: Release) -> Set<Int> {
        let limit = EditionRules(.network).units.smallUpTo
        return seenByAll(evidence, release).union(release.cells.indices.filter { release.cells[$0].count > limit })
    }

    /// What is withheld for the sake of others. What the editions that are out tell of each other already is not held against
    /// this one.
    /// - Parameters:
    ///   - site: whose people read it; nil for nobody's.
    ///   - proofs: what holds for readers who know less.
    private static func outcome(
        _ evidence: EditionEvidence, _ release: Release, of site: String? = nil, after proofs: Protection? = nil
    ) throws(DisclosureFault) -> Outcome {
        let suppressor = try Suppressor()
        var (protection, view): (Protection, Release)
        do throws(DisclosureFault) {
            (protection, view) = (try suppressor.protection(of: release, after: proofs), release)
        } catch {
            guard case .pinned = error, !evidence.earlier.isEmpty else { throw error }
            let before = try evidence.before.release(known: site)
            let told = Set(try Attacker().exposed(in: before, as: Pattern(primaryOf: before)))
            let places = Self.places(told, before, evidence, release)
            guard !places.isEmpty else { throw error }
            view = try release.sparing({ places.contains($0) }, decided: Pattern(primaryOf: release))
            protection = try suppressor.protection(of: view, after: proofs)
        }
        let withheld = protection.pattern.withheldForOthers(in: view).filter { $0 < evidence.own.cells.count }
        return Outcome(withheld: withheld, protection: protection, figures: release.cells.count)
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
