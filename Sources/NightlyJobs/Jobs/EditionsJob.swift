import CivilDate
import Intervention
import Postgres
import Practice
import Sites

/// Proposes to the network's analyst that a quarter be frozen, once it is over and late entries have had their time. It
/// freezes nothing.
package struct EditionsJob: NightlyJob {
    /// Days after a quarter's end before it is proposed, 1 to 180. Default 42: registers of the weeks before are in by then.
    package let waitDays: Int
    /// Who is told.
    package let analyst: StaffCode

    /// The job, or nil for settings outside their bounds.
    package init?(waitDays: Int = 42, analyst: StaffCode) {
        guard (1...180).contains(waitDays) else { return nil }
        self.waitDays = waitDays
        self.analyst = analyst
    }

    /// The job with its usual settings.
    package static let usual: EditionsJob = {
        guard let analyst = StaffCode("network-analyst"), let job = EditionsJob(analyst: analyst) else {
            preconditionFailure("the usual settings lie within their bounds")
        }
        return job
    }()

    package var name: JobName { "editions" }
    package var summary: String { "proposes the freeze of a quarter \(waitDays) days after its end; freezes nothing" }
    package var predecessors: [JobName] { ["quality"] }
    /// What a missed night would have proposed, the newest proposes.
    package var catchUp: CatchUp { .newest }

    package func run(on day: CivilDate, site: NightSession) async throws -> Tally {
        var tally = Tally(read: 1)
        let quarter = Quarter.last(endedBy: day.adding(days: -waitDays))
        let isNew =
            try await site.transaction.execute(
                """
                INSERT INTO duty.edition_proposal (site_id, from_day, through_day, proposed_on)
                SELECT \(site.site.id.number), \(quarter.from), \(quarter.through), \(day)
                WHERE EXISTS (
                    SELECT FROM reporting.episode_fact
                    WHERE site_id = \(site.site.id.number) AND known_from <= \(site.knownAt) AND \(site.knownAt) < known_to
                        AND (closed_on BETWEEN \(quarter.from) AND \(quarter.through)
                            OR decided_on BETWEEN \(quarter.from) AND \(quarter.through)))
                ON CONFLICT DO NOTHING
                """
            ).rows == 1
        // A run that is done again makes its message again; one that was sent stays sent.
        let isOfThisNight =
            try await site.transaction.query(
                """
                SELECT 1 FROM duty.edition_proposal
                WHERE site_id = \(site.site.id.number) AND from_day = \(quarter.from) AND through_day = \(quarter.through)
                    AND proposed_on = \(day)
                """
            ).count == 1
        tally.count("proposed", isNew ? 1 : 0)
        let messages = isOfThisNight ? [message(quarter, on: day, of: site.site.code)] : []
        tally.count("messages", try await site.post(messages))
        if site.isShowing, isNew { tally.lines.append("\(quarter.from) to \(quarter.through): proposed for freezing") }
        return tally
    }

    private func message(_ quarter: CivilPeriod, on day: CivilDate, of site: SiteCode) -> Message {
        Message(
            to: analyst, "edition-proposal",
            subject: "Site \(site): \(quarter.from) to \(quarter.through) may be frozen",
            body: """
                The quarter from \(quarter.from) to \(quarter.through) of site \(site) has been over for
                \(quarter.through.days(until: day)) days.

                Nothing was frozen. Look at the site's data-quality scorecard first; the freeze is yours to decide.

                """)
    }
}

/// Quarters of the calendar year.
enum Quarter {
    /// The last quarter that was over by a day.
    static func last(endedBy day: CivilDate) -> CivilPeriod {
        let next = day.adding(days: 1)
        // Quarters begin in January, April, July and October.
        let begun = (next.month - 1) / 3 * 3 + 1
        guard let next = CivilDate(year: next.year, month: begun, day: 1),
            let period = CivilPeriod(from: next.adding(months: -3), through: next.adding(days: -1))
        else { preconditionFailure("the first of a month is a day") }
        return period
    }
}
