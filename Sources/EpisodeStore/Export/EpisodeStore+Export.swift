import CivilDate
import Intervention
import Postgres

extension EpisodeStore {
    /// How many lines are in memory at a time.
    private static let linesAtATime = 1_000

    /// How many lines a table of a site has for whom the transaction reaches.
    package func count(_ table: ExportTable, site: SiteID, _ transaction: Transaction) async throws -> Int {
        let rows =
            switch table {
            case .episodes:
                try await transaction.query("SELECT count(*) FROM record.episode WHERE site_id = \(site.number)")
            case .interviews:
                try await transaction.query("SELECT count(*) FROM record.interview WHERE site_id = \(site.number)")
            case .events:
                try await transaction.query(
                    """
                    SELECT count(*) FROM record.event
                    WHERE site_id = \(site.number) AND stream IN ('episode', 'child')
                    """)
            case .facts:
                try await transaction.query(
                    """
                    SELECT count(*) FROM reporting.episode_fact
                    WHERE site_id = \(site.number) AND known_to = 'infinity'
                    """)
            }
        return try rows.column(0, as: Int.self)[0]
    }

    /// Hands on all lines of a table, a part at a time, in the order of their keys. They are read as they are taken: one
    /// part is in memory, a text for each column of the table, NULL where nothing is known. In a transaction of one
    /// snapshot all are of the same moment.
    /// - Returns: how many there were.
    package func export(
        _ table: ExportTable, site: SiteID, in transaction: Transaction,
        _ each: (Rows) async throws -> Void
    ) async throws -> Int {
        try await transaction.execute(declaration(of: table, site: site))
        var count = 0
        while true {
            let rows = try await transaction.query(next(of: table))
            if rows.isEmpty { break }
            count += rows.count
            try await each(rows)
            if rows.count < EpisodeStore.linesAtATime { break }
        }
        return count
    }

    /// The next part. Each table has a cursor of its own name, because what is kept of a statement knows its columns.
    private func next(of table: ExportTable) -> Statement {
        switch table {
        case .episodes: "FETCH 1000 FROM export_episodes"
        case .interviews: "FETCH 1000 FROM export_interviews"
        case .events: "FETCH 1000 FROM export_events"
        case .facts: "FETCH 1000 FROM export_facts"
        }
    }

    private func declaration(of table: ExportTable, site: SiteID) -> Statement {
        switch table {
        case .episodes:
            """
            DECLARE export_episodes NO SCROLL CURSOR FOR
            SELECT e.episode_id::text, e.ref::text, e.model_id::text, t.code::text, e.therapist::text, e.phase::text,
                e.decision::text, e.referred_on::text, e.decided_on::text, e.started_on::text, e.closed_on::text,
                e.closure_reason::text, e.last_seq::text
            FROM record.episode AS e LEFT JOIN site.team AS t USING (site_id, team_id)
            WHERE e.site_id = \(site.number) ORDER BY e.episode_id
            """
        case .interviews:
            """
            DECLARE export_interviews NO SCROLL CURSOR FOR
            SELECT i.interview_id::text, i.episode_id::text, e.ref::text, e.model_id::text, t.code::text,
                i.occurred_on::text, i.instrument::text, i.phase::text, i.result::text, i.collector::text,
                i.respondent::text, trim_scale(i.score_billionths::numeric / 1000000000)::text, i.valid::text
            FROM record.interview AS i JOIN record.episode AS e USING (site_id, episode_id)
            LEFT JOIN site.team AS t USING (site_id, team_id)
            WHERE i.site_id = \(site.number) ORDER BY i.episode_id, i.interview_id
            """
        case .events: events(of: site)
        case .facts: facts(of: site)
        }
    }

    private func events(of site: SiteID) -> Statement {
        """
        DECLARE export_events NO SCROLL CURSOR FOR
        SELECT stream::text, stream_id::text, seq::text, kind::text, schema_version::text, occurred_on::text,
            to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), recorded_by::text,
            on_behalf_of::text, model_id::text, model_version::text, settings_version::text, payload::text
        FROM record.event
        WHERE site_id = \(site.number) AND stream IN ('episode', 'child') ORDER BY stream, stream_id, seq
        """
    }

    private func facts(of site: SiteID) -> Statement {
        """
        DECLARE export_facts NO SCROLL CURSOR FOR
        SELECT encode(fact_key, 'hex'), version::text,
            to_char(known_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), model_id::text,
            model_version::text, settings_version::text, team::text, decided_team::text, closed_team::text,
            referral_source::text, sex::text, ethnicity::text, responsible_authority::text, deprivation_index::text,
            deprivation_decile::text, age_months::text, referred_on::text, decision::text, decline_reason::text,
            onward_service::text, decided_on::text, started_on::text, moved_home_on::text, closed_on::text,
            closure_reason::text, closure_group::text, stay_days::text, at_home::text, in_school_or_work::text,
            no_new_arrests::text, further_answers::text, follow_ups::text
        FROM reporting.episode_fact
        WHERE site_id = \(site.number) AND known_to = 'infinity' ORDER BY fact_key
        """
    }
}
