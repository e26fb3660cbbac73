import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Moves one table of duties on to a date: looks at what can have changed and writes what did.
///
/// The rows follow from what was known and the date alone. What is kept of the subjects beside them only says which
/// need not be looked at.
struct DutyNight<Table: DutyTable> {
    private let table: Table
    private let day: CivilDate
    private let night: NightSession
    private let desk: DutyDesk

    init(_ table: Table, on day: CivilDate, _ night: NightSession) {
        self.table = table
        self.day = day
        self.night = night
        desk = DutyDesk(job: table.job, site: night.site.id, transaction: night.transaction)
    }

    /// Episodes that are in memory at once.
    private static var batch: Int { 200 }

    /// Does it; nothing when the rows are for a later date already.
    func run() async throws -> Tally {
        if let newest = try await desk.newest(), day < newest {
            return Tally(lines: ["the lists are for \(newest) already; those of \(day) are not made any more"])
        }
        try await desk.begin(day)
        let session = try await night.practice.known(at: night.knownAt)
        let closedSince = EpisodeInPlay.closedSince(day)
        var tally = try await teams(session)
        var last = UUIDBytes(high: 0, low: 0)
        while true {
            let ids = try await desk.candidates(
                on: day, closedSince: closedSince, knownAt: night.knownAt, after: last, atMost: Self.batch)
            guard let end = ids.last else { return tally }
            let found = try await session.episodes(ids.map { EpisodeID(high: $0.high, low: $0.low) }, on: day)
            let looks = found.compactMap { _, state in
                state.inPlay.map { DutyLook($0, head: state.head, on: day, for: table, of: session.site) }
            }
            let known = try await desk.entries(of: .episode, ids)
            tally.add(try await take(looks, known: known))
            tally.read += ids.count
            last = end
        }
    }

    private func teams(_ session: SiteSession) async throws -> Tally {
        let teams = try await session.teamsInPlay(on: day)
        var tally = try await take(teams.map { DutyLook($0, for: table) }, known: try await desk.entries(of: .team))
        tally.read += teams.count
        return tally
    }

    /// Writes what differs of some subjects.
    /// - Parameter known: what was kept of them before; one that was not found any more is dropped.
    private func take(_ looks: [DutyLook<Table>], known: [DutySubject: DutyEntry]) async throws -> Tally {
        let gone = Set(known.keys).subtracting(looks.map(\.subject))
        let subjects = looks.map(\.subject) + gone
        guard !subjects.isEmpty else { return Tally() }
        let before = Dictionary(grouping: try await table.read(subjects, desk), by: \.subject)
        var changes = DutyChanges(table, on: day, isShowing: night.isShowing)
        var entries: [(subject: DutySubject, entry: DutyEntry)] = []
        for look in looks {
            let old = before[look.subject] ?? []
            let entry = known[look.subject]
            changes.add(look.subject, look.sight.holder.ref, from: old, to: look.sight.rows, among: look.owed)
            let isQuiet = Set(old.map(\.row)) == look.sight.rows && entry?.holder == look.sight.holder
            let next = look.entry(after: entry, isQuiet: isQuiet, on: day)
            if next != entry { entries.append((look.subject, next)) }
        }
        for subject in gone {
            changes.add(subject, known[subject]?.holder.ref, from: before[subject] ?? [], to: [], among: [])
        }
        try await table.remove(changes.gone, desk)
        try await table.put(changes.put, desk)
        try await desk.keep(entries)
        try await desk.drop(Array(gone))
        return changes.tally
    }
}
