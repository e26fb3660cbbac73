/// Finds which further figures to withhold so that no small one can be worked out. The same release always gets the
/// same pattern: nothing depends on chance, on time or on the order of a set.
package struct Suppressor {
    private let clp: CLP
    private let attacker: Attacker

    /// A suppressor.
    /// - Throws: ``DisclosureFault/solverMissing``.
    package init() throws(DisclosureFault) {
        clp = try CLP()
        attacker = try Attacker()
    }

    /// A pattern that the attacker cannot break.
    /// - Throws: ``DisclosureFault/pinned(_:)`` when there is none that withholds only figures of this edition;
    ///   ``DisclosureFault/contradiction(_:)``.
    package func pattern(for release: Release) throws(DisclosureFault) -> Pattern {
        let graph = ReleaseGraph(release)
        var cover = try Cover(Pattern(primaryOf: release), graph, attacker, clp)
        guard cover.run() else { throw .pinned(try unavoidable(cover.exposed[0], release, cover.pattern)) }
        let (pattern, proofs) = GiveBack.pattern(of: cover)
        // Nothing rests on how the proofs were come by: they are looked at anew, as is what they leave open.
        let view = try ReaderView(graph, pattern)
        var verified = proofs.verified(by: view)
        return attacker.exposed(view, &verified).isEmpty ? pattern : cover.pattern
    }

    /// How closely a figure can be worked out even when everything is withheld that can be; when it is safe then, how
    /// closely as things stand.
    private func unavoidable(
        _ cell: Int, _ release: Release, _ pattern: Pattern
    ) throws(DisclosureFault) -> Exposure {
        var least = pattern
        for other in release.cells.indices
        where release.cells[other].canBeWithheld && !release.cells[other].isProtected { least.withhold(other) }
        let exposure = try attacker.exposure(of: cell, in: release, as: least)
        guard exposure.bounds.width >= Attacker.requiredWidth else { return exposure }
        return try attacker.exposure(of: cell, in: release, as: pattern)
    }
}
