import CivilDate
import EpisodeStore
import Intervention
import Postgres

/// Prospective sites and how far they are. They belong to the network, not to a site, and name no person. What was
/// recorded stays: a stage may be reached again after an earlier one.
package enum Pipeline {
    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x5049_5045

    /// All prospective sites, by code.
    package static func list(in transaction: Transaction) async throws -> [Prospect] {
        let results = try await transaction.pipeline([
            "SELECT code, name FROM site.prospect ORDER BY code",
            "SELECT code, stage, reached_on FROM site.prospect_stage ORDER BY code, ordinal",
        ])
        var stages: [String: [Dated<SiteStage>]] = [:]
        for row in results[1] {
            let (code, text, on) = try row.decode(String.self, String.self, CivilDate.self)
            if let stage = SiteStage(rawValue: text) { stages[code, default: []].append(Dated(stage, on: on)) }
        }
        return try results[0].compactMap { row in
            let (code, name) = try row.decode(String.self, String.self)
            return SiteCode(code).map { Prospect(code: $0, name: name, stages: stages[code] ?? []) }
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
        let tag = try await transaction.execute(
            "INSERT INTO site.prospect (code, name) VALUES (\(code.text), \(name)) ON CONFLICT DO NOTHING"
        )
        guard tag.rows == 1 else { throw ProspectFault.codeTaken(code) }
    }

    /// Records that a prospective site reached a stage.
    /// - Returns: the prospective site as it is then.
    @discardableResult
    package static func reach(
        _ stage: SiteStage, by code: SiteCode, on day: CivilDate, today: CivilDate, at instant: Instant,
        author: Author, in transaction: Transaction
    ) async throws -> Prospect {
        guard day <= today else { throw ProspectFault.inFuture(day, today: today) }
        // Two who record a stage of the same site at once do so one after the other.
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), hashtext(\(code.text)))")
        let found = try await find(code, in: transaction)
        if let last = found.stage {
            guard last.on <= day else { throw ProspectFault.outOfOrder(day, last: last) }
            guard last.value != stage else { throw ProspectFault.reachedAlready(stage) }
        }
        try await transaction.execute(
            """
            INSERT INTO site.prospect_stage (code, ordinal, stage, reached_on, recorded_at, recorded_by)
            VALUES (\(code.text), \(Int32(found.stages.count + 1)), \(stage.rawValue), \(day), \(instant),
                \(author.recordedBy.text))
            """
        )
        return Prospect(code: found.code, name: found.name, stages: found.stages + [Dated(stage, on: day)])
    }
}
