import Disclosure

/// An invented edition, protected and attacked as one that is frozen would be.
struct ProtectedEditions {
    private let edition: InventedEdition

    init(_ words: Words) throws {
        edition = try InventedEdition(words)
    }

    /// Finds what to withhold, and attacks the outcome knowing nothing of how it was found.
    /// - Returns: The small figures; and the seconds that finding and that attacking took, how many figures were not
    ///   proven safe afresh, how many are withheld, how many of these are small, and how many there are.
    func run() throws -> Finding {
        let release = try edition.release()
        let clock = ContinuousClock()
        let start = clock.now
        let pattern = try Suppressor().pattern(for: release)
        let found = clock.now
        let exposed = try Attacker().exposed(in: release, as: pattern)
        let end = clock.now
        let withheld = pattern.withheld(of: release)
        let primary = Pattern(primaryOf: release).withheld(of: release)
        let seconds = [start.duration(to: found), found.duration(to: end)].map { "\($0 / .seconds(1))" }
        let note = seconds + [exposed.count, withheld.cells, primary.cells, withheld.of].map(String.init)
        return Finding(
            count: release.cells.count { $0.isProtected }, time: start.duration(to: end),
            note: note.joined(separator: " "))
    }
}
