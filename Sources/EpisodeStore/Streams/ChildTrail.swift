import CivilDate
import EpisodeEngine
import Intervention

/// What is folded beside a child's facts: the versions of the reporting facts of its spells in care.
///
/// As with episodes, versions are made once an append and follow from the events alone. A spell that is withdrawn ends
/// its fact and adds none.
package struct ChildTrail: StreamTrail {
    /// The last version of a spell's fact, over or not: numbers go on when a spell comes back.
    private struct Latest: Hashable {
        var version: CareSpellVersion
        /// Where it stands among the unwritten; nil when a table has it.
        var place: Int?
    }

    private var latest: [Latest] = []
    private var places: [CareSpellFact.ID: Int] = [:]
    /// Versions that no table has yet, in order.
    private(set) var unwritten: [CareSpellVersion] = []
    /// Versions that a table has as current and that are over.
    private(set) var superseded: [CareSpellVersion] = []
    /// The stamp of the append that is being taken in.
    private var openAppend: Instant?
    private var mayHaveChanged = false

    package init() {}

    package mutating func note(_ event: ChildEvent, _ stamped: Stamped, before facts: ChildFacts?) {
        if let openAppend, openAppend != stamped.at { settle(after: facts) }
        openAppend = stamped.at
        if ChildTrail.changesSpells(event.name) { mayHaveChanged = true }
    }

    package mutating func settle(after facts: ChildFacts?) {
        defer {
            openAppend = nil
            mayHaveChanged = false
        }
        guard mayHaveChanged, let stamp = openAppend, let facts else { return }
        let spells = facts.placements.map { CareSpellFact($0) } + facts.provision.map { CareSpellFact($0) }
        for spell in spells { take(spell, at: stamp) }
        // Spells are as many as the versions that are not over, unless some were withdrawn.
        guard latest.count > spells.count else { return }
        let there = Set(spells.map(\.id))
        for position in latest.indices where !there.contains(latest[position].version.fact.id) {
            end(position, at: stamp)
        }
    }

    package func admits(_ event: ChildEvent, under envelope: ModelEnvelope?) -> Bool { envelope == nil }

    package mutating func markWritten() {
        superseded = []
        guard !unwritten.isEmpty else { return }
        unwritten = []
        for position in latest.indices { latest[position].place = nil }
    }

    private mutating func take(_ fact: CareSpellFact, at stamp: Instant) {
        guard let position = places[fact.id] else {
            places[fact.id] = latest.count
            let first = CareSpellVersion(version: 1, knownFrom: stamp, knownTo: nil, fact: fact)
            latest.append(Latest(version: first, place: unwritten.count))
            unwritten.append(first)
            return
        }
        let last = latest[position].version
        guard last.fact != fact || last.knownTo != nil else { return }
        end(position, at: stamp)
        let next = CareSpellVersion(version: last.version + 1, knownFrom: stamp, knownTo: nil, fact: fact)
        latest[position] = Latest(version: next, place: unwritten.count)
        unwritten.append(next)
    }

    /// Ends the last version of a spell's fact, unless it is over.
    private mutating func end(_ position: Int, at stamp: Instant) {
        guard latest[position].version.knownTo == nil else { return }
        latest[position].version.knownTo = stamp
        if let place = latest[position].place {
            unwritten[place].knownTo = stamp
        } else {
            superseded.append(latest[position].version)
        }
    }

    private static func changesSpells(_ name: EventName) -> Bool {
        switch name {
        case .placementStarted, .placementEnded, .provisionStarted, .provisionEnded, .corrected: true
        default: false
        }
    }
}
