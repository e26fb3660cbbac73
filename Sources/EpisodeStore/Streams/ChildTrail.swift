import CivilDate
import EpisodeEngine
import Intervention

/// What is folded beside a child's facts: the versions of the reporting facts of its spells in care.
///
/// As with episodes, versions are made once an append and follow from the events alone. A spell that is withdrawn ends
/// its fact and adds none.
package struct ChildTrail: StreamTrail {
    /// The versions of the facts of the child's spells.
    private(set) var spells = FactVersions<CareSpellFact.ID, CareSpellFact>()
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
        let all = facts.placements.map { CareSpellFact($0) } + facts.provision.map { CareSpellFact($0) }
        spells.take(all, id: \.id, at: stamp)
    }

    package func admits(_ event: ChildEvent, under envelope: ModelEnvelope?) -> Bool { envelope == nil }

    package mutating func markWritten() { spells.markWritten() }

    private static func changesSpells(_ name: EventName) -> Bool {
        switch name {
        case .placementStarted, .placementEnded, .provisionStarted, .provisionEnded, .corrected: true
        default: false
        }
    }
}
