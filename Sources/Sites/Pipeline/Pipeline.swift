import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// Prospective sites and how far they are. They belong to the network, not to a site, and name no person.
///
/// Stages follow one another; one that is left out or gone back to needs a reason. What was recorded stays: a mistake is
/// taken back by a record of its own.
package enum Pipeline {
    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x5049_5045

    /// Who records something, and when.
    package struct Note: Sendable {
        let today: CivilDate
        let at: Instant
        let author: Author

        /// - Parameters:
        ///   - today: the day it is; nothing is recorded of a later one.
        ///   - instant: when it is recorded.
        package init(today: CivilDate, at instant: Instant, by author: Author) {
            self.today = today
            at = instant
            self.author = author
        }
    }

    /// All prospective sites, by code.
    package static func list(in transaction: Transaction) async throws -> [Prospect] {
        let results = try await transaction.pipeline([
            "SELECT code, name FROM site.prospect ORDER BY code",
            "SELECT code, ordinal, stage, reached_on, reason, voids FROM site.prospect_stage ORDER BY code, ordinal",
        ])
        var histories: [String: [ProspectStage]] = [:]
        for row in results[1] {
            let code = try row.decode("code", as: String.self)
            let reason = try row.decode("reason", as: String?.self)
            if let voids = try row.decode("voids", as: Int32?.self) {
                let place = histories[code]?.firstIndex { $0.ordinal == Int(voids) }
                if let place { histories[code]?[place].voided = reason }
            } else if let stage = SiteStage(rawValue: try row.decode("stage", as: String.self)) {
                histories[code, default: []].append(
                    ProspectStage(
                        ordinal: Int(try row.decode("ordinal", as: Int32.self)), stage: stage,
                        on: try row.decode("reached_on", as: CivilDate.self), reason: reason))
            }
        }
        return try results[0].compactMap { row in
            let (code, name) = try row.decode(String.self, String.self)
            return SiteCode(code).map { Prospect(code: $0, name: name, history: histories[code] ?? []) }
        }
    }

    /// One prospective site.
    /// - Throws: ``ProspectFault/unknown(_:known:)``.
    package static func find(_ code: SiteCode, in transaction: Transaction) async throws -> Prospect {
        let all = try await list(in: transaction)
        guard let found = all.first(where: { $0.code == code }) else {
            throw ProspectFault.unknown(code, known: all.map(\.code))
        }
        return found
    }

    /// Adds a prospective site.
    package static func add(_ code: SiteCode, name: String, in transaction: Transaction) async throws {
        if let flaw = SiteName.flaw(in: name) { throw ProspectFault.badName(flaw: flaw) }
        // One code for people, whether it is said in capitals or not; two who add at once do so one after the other.
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), 0)")
        let alike = try await list(in: transaction).map(\.code).first {
            $0.text.lowercased() == code.text.lowercased() && $0 != code
        }
        if let alike { throw ProspectFault.codeTaken(alike) }
        let tag = try await transaction.execute(
            "INSERT INTO site.prospect (code, name) VALUES (\(code.text), \(name)) ON CONFLICT DO NOTHING"
        )
        guard tag.rows == 1 else { throw ProspectFault.codeTaken(code) }
    }

    /// Records that a prospective site reached a stage.
    /// - Parameter reason: why it is not the next one; kept only when it is not.
    /// - Throws: ``ProspectFault``.
    package static func reach(
        _ stage: SiteStage, by code: SiteCode, on day: CivilDate, because reason: String?, _ note: Note,
        in transaction: Transaction
    ) async throws {
        guard day <= note.today else { throw ProspectFault.inFuture(day, today: note.today) }
        if let reason, SiteName.flaw(in: reason) != nil { throw ProspectFault.noReason }
        let found = try await lock(code, in: transaction)
        if let last = found.stage {
            guard last.on <= day else { throw ProspectFault.outOfOrder(day, last: last) }
            guard last.stage != stage else { throw ProspectFault.reachedAlready(stage) }
        }
        guard found.next == stage || reason != nil else {
            throw ProspectFault.outOfTurn(stage, last: found.stage, next: found.next)
        }
        try await insert(stage, on: day, of: code, because: reason, voiding: nil, note, in: transaction)
    }

    /// Takes back a stage that was recorded by mistake; the last of them when it was recorded twice. It stays in the
    /// history, with the reason.
    /// - Throws: ``ProspectFault``.
    package static func void(
        _ stage: SiteStage, of code: SiteCode, on day: CivilDate, because reason: String, _ note: Note,
        in transaction: Transaction
    ) async throws {
        guard SiteName.flaw(in: reason) == nil else { throw ProspectFault.noReason }
        let found = try await lock(code, in: transaction)
        guard let mistaken = found.stages.last(where: { $0.stage == stage && $0.on == day }) else {
            throw ProspectFault.notReached(stage, day, standing: found.stages)
        }
        try await insert(stage, on: day, of: code, because: reason, voiding: mistaken.ordinal, note, in: transaction)
    }

    /// One prospective site, of which nobody else records anything until the transaction ends.
    private static func lock(_ code: SiteCode, in transaction: Transaction) async throws -> Prospect {
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), hashtext(\(code.text)))")
        return try await find(code, in: transaction)
    }

    private static func insert(
        _ stage: SiteStage, on day: CivilDate, of code: SiteCode, because reason: String?, voiding ordinal: Int?,
        _ note: Note, in transaction: Transaction
    ) async throws {
        let voids = ordinal.map { Int32($0) }
        try await transaction.execute(
            """
            INSERT INTO site.prospect_stage (code, ordinal, stage, reached_on, recorded_at, recorded_by, reason, voids)
            SELECT \(code.text), coalesce(max(ordinal), 0) + 1, \(stage.rawValue), \(day), \(note.at),
                \(note.author.recordedBy.text), \(reason as String?), \(voids as Int32?)
            FROM site.prospect_stage WHERE code = \(code.text)
            """
        )
    }
}
