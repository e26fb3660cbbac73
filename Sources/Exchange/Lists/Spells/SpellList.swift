import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice

/// A list of spells of children.
protocol SpellList: RecordList where Stream == ChildStream, Reader.Row: SpellRow {
    /// The time that spells may reach into, by child.
    var windows: SpellWindows { get set }

    /// What begins the spell of a row.
    /// - Parameter standing: what began it on record, whose id is kept; nil when nothing did.
    func start(_ row: Row, like standing: ChildCommand?) -> ChildCommand

    /// What ends the spell that a command begins.
    func end(of start: ChildCommand) -> ChildCommand?
}

extension SpellList {
    static func streams(
        of owners: [RowOwner], by bench: ImportBench<Row.Column>
    ) async throws -> [RowOwner: ChildID] {
        let references: [ChildRef] = owners.compactMap { owner in
            if case .child(let reference) = owner { reference } else { nil }
        }
        let children = try await bench.store.children(references, site: bench.site, bench.session.transaction)
        var streams: [RowOwner: ChildID] = [:]
        for (reference, id) in children { streams[.child(reference)] = id }
        let episodes: [String] = owners.compactMap { owner in
            if case .episode(let reference) = owner { reference.text } else { nil }
        }
        let rows = try await bench.session.transaction.query(
            """
            SELECT ref, child_id FROM record.episode
            WHERE site_id = \(bench.site.number) AND ref = ANY(\(episodes))
            """
        )
        for row in rows {
            let (text, id) = try row.decode(String.self, UUIDBytes.self)
            if let reference = EpisodeRef(text) { streams[.episode(reference)] = ChildID(high: id.high, low: id.low) }
        }
        return streams
    }

    mutating func prepare(_ ids: [ChildID], in transaction: Transaction) async throws {
        try await windows.load(ids, in: transaction)
    }

    func rules(of state: StreamState<ChildStream>) -> NoRules { NoRules() }

    func change(of item: Item?, to row: Row) -> StreamChange<ChildStream> {
        var change = StreamChange<ChildStream>()
        let start = start(row, like: item?.start.command)
        if let item, start != item.start.command {
            change.replacements.append(.init(item.start.seq, with: start, on: row.startedOn))
        } else if item == nil {
            change.entries.append(Engine.Entry(start, on: row.startedOn))
        }
        switch (item?.end, row.endedOn) {
        case (let end?, let day?) where end.on != day:
            change.replacements.append(.init(end.seq, with: end.command, on: day))
        case (let end?, nil): change.withdrawals.append(end.seq)
        case (nil, let day?):
            if let end = self.end(of: start) { change.entries.append(Engine.Entry(end, on: day)) }
        case (_?, _?), (nil, nil): break
        }
        return change
    }

    func problem(
        of row: Row, in state: StreamState<ChildStream>, under rules: NoRules, at place: ImportPlace
    ) -> ImportProblem? {
        guard let window = windows[state.id], !window.isReached(from: row.startedOn, until: row.endedOn) else {
            return nil
        }
        return ImportProblem(
            .outsideWindow, at: place, column: "started_on",
            "the spell lies outside the time around treatment, \(window); mend the days, or take the row out"
        )
    }

    func overlaps(among rows: [PlannedRow<Row>], beside items: [Item]) -> [FileLine: FileLine?] {
        var spells = Spells<Row.Lane>()
        for item in items {
            let spell = Spells<Row.Lane>.Spell(line: nil, from: item.start.on, until: item.end?.on)
            spells.add(spell, of: Row.lane(of: item.identity))
        }
        for row in rows {
            let spell = Spells<Row.Lane>.Spell(line: row.line, from: row.row.startedOn, until: row.row.endedOn)
            spells.add(spell, of: Row.lane(of: row.row.identity))
        }
        return spells.overlapping()
    }

    static func column(of refusal: Refusal) -> Row.Column? { .startedOn }

    static func unknown(_ owner: RowOwner, at place: ImportPlace) -> ImportProblem {
        switch owner {
        case .episode: .unknownEpisode(Row.Column.episodeRef, at: place)
        case .child, .team:
            ImportProblem(
                .unknownChild, at: place, column: Row.Column.childRef.rawValue,
                "the site has no child of this reference; import the register first, or mend the reference"
            )
        }
    }
}
