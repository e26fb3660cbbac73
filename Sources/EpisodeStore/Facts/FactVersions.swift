import CivilDate

/// The versions of the reporting facts of one stream: what each append made and what it ended.
///
/// Versions follow from the events alone, so a rebuild gives the same ones with the same times. What is withdrawn ends
/// its version and adds none; when it comes back its numbers go on.
struct FactVersions<ID: Hashable & Sendable, Fact: Hashable & Sendable>: Hashable, Sendable {
    /// The last version of a fact, over or not.
    private struct Latest: Hashable {
        let id: ID
        var version: FactVersion<Fact>
        /// Where it stands among the unwritten; nil when a table has it.
        var place: Int?
    }

    private var latest: [Latest] = []
    private var places: [ID: Int] = [:]
    /// Versions that no table has yet, in order.
    private(set) var unwritten: [FactVersion<Fact>] = []
    /// Versions that a table has as current and that are over.
    private(set) var superseded: [FactVersion<Fact>] = []

    /// Whether there never was a fact.
    var isEmpty: Bool { latest.isEmpty }

    /// Takes in all facts that the stream has after an append.
    mutating func take(_ facts: [Fact], id: (Fact) -> ID, at stamp: Instant) {
        for fact in facts { take(fact, id(fact), at: stamp) }
        // Facts are as many as the versions that are not over, unless some were withdrawn.
        guard latest.count > facts.count else { return }
        let there = Set(facts.map(id))
        for position in latest.indices where !there.contains(latest[position].id) { end(position, at: stamp) }
    }

    /// Forgets what the tables have by now.
    mutating func markWritten() {
        superseded = []
        guard !unwritten.isEmpty else { return }
        unwritten = []
        for position in latest.indices { latest[position].place = nil }
    }

    private mutating func take(_ fact: Fact, _ id: ID, at stamp: Instant) {
        guard let position = places[id] else {
            places[id] = latest.count
            let first = FactVersion(version: 1, knownFrom: stamp, knownTo: nil, fact: fact)
            latest.append(Latest(id: id, version: first, place: unwritten.count))
            unwritten.append(first)
            return
        }
        let last = latest[position].version
        guard last.fact != fact || last.knownTo != nil else { return }
        end(position, at: stamp)
        let next = FactVersion(version: last.version + 1, knownFrom: stamp, knownTo: nil, fact: fact)
        latest[position] = Latest(id: id, version: next, place: unwritten.count)
        unwritten.append(next)
    }

    /// Ends the last version of a fact, unless it is over.
    private mutating func end(_ position: Int, at stamp: Instant) {
        guard latest[position].version.knownTo == nil else { return }
        latest[position].version.knownTo = stamp
        if let place = latest[position].place {
            unwritten[place].knownTo = stamp
        } else {
            superseded.append(latest[position].version)
        }
    }
}
