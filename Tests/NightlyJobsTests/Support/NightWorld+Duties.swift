import CivilDate
import DeclaredModel
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import RandomHistories
import ScratchPostgres

@testable import NightlyJobs

extension NightWorld {
    /// The models of the product that are written in text files; the other three are there anyway.
    static func declaredModels() throws -> [any InterventionModel] { try DeclaredShelf(DeclaredFile.embedded).models }

    /// Runs a job for a date, outside the ledger.
    /// - Parameter knownAt: nil for all that is known now.
    @discardableResult
    func derive(
        _ job: any NightlyJob, on day: CivilDate, at site: FixtureSite, knownAt: Instant? = nil
    ) async throws -> Tally {
        try await lend(job, on: day, at: site, knownAt: knownAt) { night in try await job.run(on: day, site: night) }
    }

    /// What a job makes of a date out of nothing. Nothing of it is kept.
    func fromNothing(
        _ job: any NightlyJob, on day: CivilDate, at site: FixtureSite, knownAt: Instant? = nil
    ) async throws -> [String] {
        do {
            try await lend(job, on: day, at: site, knownAt: knownAt) { night in
                for table in ["night", "subject", "obligation", "alert"] {
                    try await night.transaction.execute(NightWorld.emptied(table))
                }
                _ = try await job.run(on: day, site: night)
                throw Made(rows: try await NightWorld.duties(night.transaction))
            }
        } catch let made as Made {
            return made.rows
        }
        return []
    }

    private struct Made: Error {
        let rows: [String]
    }

    /// The latest instant at which nothing can become known any more.
    func settled(_ site: FixtureSite) async throws -> Instant { try await practice.settled(try await nightSite(site)) }

    private func nightSite(_ site: FixtureSite) async throws -> NightSite {
        guard let found = try await practice.nightSites().first(where: { $0.code == site.code }) else {
            throw FixtureFault.missing("the site")
        }
        return found
    }

    private func lend<Result: Sendable>(
        _ job: any NightlyJob, on day: CivilDate, at site: FixtureSite, knownAt: Instant?,
        _ body: (NightSession) async throws -> Result
    ) async throws -> Result {
        let found = try await nightSite(site)
        let known: Instant
        if let knownAt { known = knownAt } else { known = try await practice.settled(found) }
        return try await practice.withNight(found, silenceSeconds: 60) { session in
            let key = OccurrenceKey(site: site.code, job: job.name, date: day)
            return try await body(
                NightSession(
                    practice: session, key: key, fence: 1, knownAt: known, isShowing: true, now: practice.now(),
                    holdMinutes: 0))
        }
    }

    /// The derived rows of a site, and whose the subjects are; neither how far ahead was looked nor which night was the first
    /// that found them so.
    func duties(_ site: FixtureSite) async throws -> [String] {
        try await world.transaction(in: site, access: .readOnly) { try await NightWorld.duties($0) }
    }

    private static func duties(_ transaction: Transaction) async throws -> [String] {
        try await transaction.query(
            """
            SELECT 'obligation ' || (to_jsonb(o) - 'found_on')::text AS line FROM duty.obligation AS o
            UNION ALL SELECT 'alert ' || (to_jsonb(a) - 'found_on')::text FROM duty.alert AS a
            UNION ALL SELECT 'subject ' || (to_jsonb(s) - 'next_on' - 'reach')::text FROM duty.subject AS s
            ORDER BY line
            """
        ).column(0, as: String.self)
    }

    private static func emptied(_ table: String) -> Statement {
        switch table {
        case "night": "DELETE FROM duty.night"
        case "subject": "DELETE FROM duty.subject"
        case "obligation": "DELETE FROM duty.obligation"
        default: "DELETE FROM duty.alert"
        }
    }

    /// Forgets all nights: the ledger, the messages, and what was derived.
    func forgetNights() async throws {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.withConnection { connection in
                for statement: Statement in [
                    "DELETE FROM job.outbox", "DELETE FROM job.lease", "DELETE FROM job.attempt",
                    "DELETE FROM job.occurrence", "DELETE FROM duty.night", "DELETE FROM duty.subject",
                    "DELETE FROM duty.obligation", "DELETE FROM duty.alert",
                ] {
                    try await connection.execute(statement)
                }
            }
        }
    }
}
