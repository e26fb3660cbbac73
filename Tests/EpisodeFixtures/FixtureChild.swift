import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres

/// A spell in care as a test wants it.
package struct FixtureSpell: Sendable {
    /// The commands that record it: its beginning, and its end when it has one.
    package let entries: [Engine.Entry<ChildCommand>]

    /// A spell in one place, until the first day without it.
    package init(_ setting: PlacementSetting, _ from: CivilDate, until: CivilDate? = nil) {
        let id = PlacementID.fresh()
        let start = ChildCommand.startPlacement(Placement(id: id, setting: setting))
        self.init(start, from, .endPlacement(PlacementEnd(of: id)), until)
    }

    /// A spell of provision, until the first day without it.
    package init(_ kind: ProvisionKind, _ from: CivilDate, until: CivilDate? = nil) {
        let id = ProvisionID.fresh()
        self.init(.startProvision(Provision(id: id, kind: kind)), from, .endProvision(id), until)
    }

    private init(_ start: ChildCommand, _ from: CivilDate, _ end: ChildCommand, _ until: CivilDate?) {
        entries = [Engine.Entry(start, on: from)] + (until.map { [Engine.Entry(end, on: $0)] } ?? [])
    }
}

extension FixtureWorld {
    /// Appends commands to a child that is on record or begins with them.
    package func append(
        _ entries: [Engine.Entry<ChildCommand>], to child: ChildID, of site: FixtureSite
    ) async throws {
        try await transaction(in: site) { transaction in
            try await store.append(
                [.record(entries, to: child, in: ChildStream.self) { _ in NoRules() }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// Records spells of a child that is on record, each in an append of its own.
    package func record(_ spells: [FixtureSpell], of child: ChildID, on site: FixtureSite) async throws {
        for spell in spells { try await append(spell.entries, to: child, of: site) }
    }

    /// Corrects a child that is on record.
    package func correct(
        _ correction: Correction<ChildCommand>, of child: ChildID, on site: FixtureSite
    ) async throws {
        try await transaction(in: site) { transaction in
            try await store.append(
                [.correct(correction, of: child, in: ChildStream.self) { _ in NoRules() }], site: site.id,
                by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// Loads a child.
    package func load(
        _ child: ChildID, of site: FixtureSite, knownAt instant: Instant? = nil
    ) async throws -> StreamState<ChildStream>? {
        try await transaction(in: site, access: .readOnly) { transaction in
            try await store.load(child, in: ChildStream.self, site: site.id, knownAt: instant, transaction)
        }
    }
}
