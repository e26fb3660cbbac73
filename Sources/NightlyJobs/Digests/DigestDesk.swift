import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Reads what digests are made of.
struct DigestDesk {
    let night: NightSession
    let obligations: DutyDesk
    let alerts: DutyDesk

    init(_ night: NightSession) {
        self.night = night
        let (site, transaction) = (night.site.id, night.transaction)
        obligations = DutyDesk(job: ObligationsJob.name, site: site, transaction: transaction)
        alerts = DutyDesk(job: AlertsJob.name, site: site, transaction: transaction)
    }

    /// What there is on a day; nil when the lists are for another date.
    func matter(on day: CivilDate) async throws -> DigestMatter? {
        guard try await isFor(day) else { return nil }
        let before = try await dateBefore(day)
        return DigestMatter(
            day: day, before: before,
            obligations: try await items(
                ObligationTable(job: obligations.job, missed: .usual), obligations, after: before),
            alerts: try await items(AlertTable(job: alerts.job), alerts, after: before), glasses: try await glasses(day)
        )
    }

    /// Whether the lists are those of a day.
    func isFor(_ day: CivilDate) async throws -> Bool {
        guard try await obligations.newest() == day else { return false }
        return try await alerts.newest() == day
    }

    /// The date of the digest before, of those that nobody took back: what was told only in one of those is news still.
    private func dateBefore(_ day: CivilDate) async throws -> CivilDate? {
        try await night.transaction.query(
            """
            SELECT max(o.local_date) FROM job.occurrence AS o
            WHERE o.site_id = \(night.site.id.number) AND o.job = \(night.key.job.text) AND o.state = 'done'
                AND o.local_date < \(day)
                AND NOT EXISTS (
                    SELECT FROM job.outbox AS m
                    WHERE m.site_id = o.site_id AND m.job = o.job AND m.local_date = o.local_date
                        AND m.state = 'withdrawn')
            """
        ).column(0, as: CivilDate?.self).first ?? nil
    }

    /// What was opened in an emergency since the digest before, or in the day before this one.
    private func glasses(_ day: CivilDate) async throws -> [DigestItem<GlassRow>] {
        let site = night.site.id.number
        let rows = try await night.transaction.query(
            """
            SELECT e.episode_id, e.ref::text, t.code::text, e.therapist::text, g.actor::text, g.opened_at, g.until_at
            FROM access.glass AS g JOIN record.episode AS e USING (site_id, episode_id)
            JOIN site.team AS t ON t.site_id = e.site_id AND t.team_id = e.team_id
            WHERE g.site_id = \(site) AND g.opened_at <= \(night.knownAt) AND g.opened_at > coalesce((
                SELECT max(o.known_at) FROM job.occurrence AS o
                WHERE o.site_id = \(site) AND o.job = \(night.key.job.text) AND o.state = 'done'
                    AND o.local_date < \(day) AND NOT EXISTS (
                        SELECT FROM job.outbox AS m
                        WHERE m.site_id = o.site_id AND m.job = o.job AND m.local_date = o.local_date
                            AND m.state = 'withdrawn')
            ), \(night.knownAt.adding(microseconds: -DigestDesk.firstMicroseconds)))
            ORDER BY g.opened_at, e.episode_id
            """)
        return try rows.map { row in
            let (id, ref, team) = try row.decode(UUIDBytes.self, String?.self, String.self)
            let holder = DutyHolder(
                ref: ref, team: TeamCode(team), therapist: try row.decode(3, as: String?.self).flatMap { StaffCode($0) }
            )
            let glass = GlassRow(actor: try row.decode(4), openedAt: try row.decode(5), until: try row.decode(6))
            return DigestItem(subject: DutySubject(.episode, id), holder: holder, thing: glass, isNew: true)
        }
    }

    /// How far back the first digest of all looks for emergencies: a day.
    private static let firstMicroseconds: Int64 = 86_400_000_000

    /// - Parameter before: the date of the digest before; nil when there is none, and then all is news.
    private func items<Table: DutyTable>(
        _ table: Table, _ desk: DutyDesk, after before: CivilDate?
    ) async throws -> [DigestItem<Table.Row>] {
        let entries = try await desk.entries(of: .episode).merging(try await desk.entries(of: .team)) { first, _ in
            first
        }
        return try await table.read(Array(entries.keys), desk).compactMap { placed in
            entries[placed.subject].map { entry in
                let isNew = before.map { before in placed.foundOn.map { before < $0 } ?? false } ?? true
                return DigestItem(subject: placed.subject, holder: entry.holder, thing: placed.row, isNew: isNew)
            }
        }
    }
}
