/// Rows of two sites for every table, made with the same statements for each: a row that names a site names it as `:site`.
///
/// Ids begin with the site's number, so that rows of both sites can stand side by side and be told apart.
enum TwoSites {
    /// One row, or a few, of one table.
    struct Seed: Sendable {
        /// Schema and name of the table.
        let table: String
        /// The statement; `:site` is the site's number, `:id` eleven digits and more of an id, `:zero` and `:digest` 32 bytes.
        let template: String
        /// What the table was like before a column of it had another name.
        var former: Former?

        /// A table before a column got its name.
        struct Former: Sendable {
            /// What the column was called.
            let column: String
            /// What it is called now.
            let now: String
            /// The statement of that time.
            let template: String
        }

        func sql(site: Int, isFormer: Bool) -> String {
            (isFormer ? former?.template ?? template : template)
                .replacing(":site", with: "\(site)")
                .replacing(":id", with: "\(site)0000000-0000-0000-0000-00000000000")
                .replacing(":zero", with: "decode(repeat('00', 32), 'hex')")
                .replacing(":digest", with: "decode(repeat('ab', 32), 'hex')")
        }
    }

    /// Sites 1 and 2.
    static let sites = [1, 2]

    static let seeds: [Seed] = record + teams + nights + duties + access + door + retention + providers + summaries

    private static let record: [Seed] = [
        Seed(
            table: "site.site",
            template: """
                INSERT INTO site.site (site_id, code, name, jurisdiction, time_zone) OVERRIDING SYSTEM VALUE
                VALUES (:site, 'site-:site', 'Site :site', 'england', 'Europe/London')
                """),
        Seed(
            table: "site.configuration",
            template: """
                INSERT INTO site.configuration VALUES (:site, 1, '2026-01-01Z', 'operator', :digest, 'code: site-:site')
                """),
        Seed(
            table: "site.instrument_definition",
            template: """
                INSERT INTO site.instrument_definition
                VALUES (:site, 'tam-r', 1, '2026-01-01Z', 'operator', :digest, 'id: tam-r')
                """),
        Seed(
            table: "site.team",
            template: "INSERT INTO site.team VALUES (:site, ':id1', 'north', 'mst', '2020-01-01')"),
        Seed(
            table: "record.event",
            template: """
                INSERT INTO record.event (site_id, stream, stream_id, seq, kind, schema_version, occurred_on, recorded_at,
                    recorded_by, model_id, model_version, settings_version, payload, previous_hash, hash)
                VALUES
                    (:site, 'team', ':id1', 1, 'opened', 1, '2020-01-01', '2026-01-01Z', 'operator', NULL, NULL, NULL,
                        '{}', :zero, :digest),
                    (:site, 'child', ':id2', 1, 'known', 1, '2025-01-01', '2026-01-01Z', 'operator', NULL, NULL, NULL,
                        '{}', :zero, :digest),
                    (:site, 'episode', ':id3', 1, 'referred', 1, '2025-01-01', '2026-01-01Z', 'operator', 'mst', 1, 1,
                        '{"a": 1}', :zero, :digest),
                    (:site, 'episode', ':id3', 2, 'decided', 1, '2025-01-08', '2026-01-02Z', 'operator', 'mst', 1, 1,
                        '{}', :digest, :digest),
                    (:site, 'episode', ':id4', 1, 'referred', 1, '2025-09-01', '2026-01-01Z', 'operator', 'mst', 1, 1,
                        '{}', :zero, :digest)
                """),
        Seed(
            table: "record.stream",
            template: """
                INSERT INTO record.stream
                SELECT DISTINCT ON (stream, stream_id) site_id, stream, stream_id, seq, hash, recorded_at
                FROM record.event WHERE site_id = :site ORDER BY stream, stream_id, seq DESC
                """),
        Seed(
            table: "record.child",
            template: """
                INSERT INTO record.child (site_id, child_id, ref, last_seq, shape) VALUES (:site, ':id2', 'C-1', 1, 1)
                """),
        Seed(
            table: "record.team",
            template: """
                INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, last_seq, shape)
                VALUES (:site, ':id1', 'north', 'mst', '2020-01-01', 1, 1)
                """),
        Seed(
            table: "record.episode",
            template: """
                INSERT INTO record.episode (site_id, episode_id, ref, child_id, model_id, model_version, settings_version,
                    team_id, phase, decision, referred_on, decided_on, started_on, closed_on, closure_reason, closure_group,
                    last_seq, shape)
                VALUES
                    (:site, ':id3', 'E-1', ':id2', 'mst', 1, 1, ':id1', 'treatment', 'accepted', '2025-01-01',
                        '2025-01-08', '2025-01-15', '2025-05-15', 'completed', 'completed', 2, 1),
                    (:site, ':id4', 'E-2', ':id2', 'mst', 1, 1, ':id1', 'treatment', 'accepted', '2025-09-01',
                        '2025-09-08', '2025-09-15', NULL, NULL, NULL, 1, 1)
                """),
        Seed(
            table: "record.assignment",
            template: """
                INSERT INTO record.assignment
                VALUES (:site, ':id3', '2025-01-08', '2025-03-01', ':id1', 'T-1', 1),
                    (:site, ':id3', '2025-03-01', NULL, ':id1', 'T-2', 1)
                """),
        Seed(
            table: "record.phase_spell",
            template: """
                INSERT INTO record.phase_spell
                VALUES (:site, ':id3', 1, 'engagement', '2025-01-15', '2025-02-15', '2025-02-15', 1),
                    (:site, ':id3', 2, 'treatment', '2025-02-15', NULL, '2025-05-15', 1)
                """),
        Seed(
            table: "record.contact",
            template: """
                INSERT INTO record.contact VALUES (:site, ':id3', ':id5', '2025-02-01', 'home', 'caregiver', 60, 'engagement', 1)
                """),
        Seed(
            table: "record.interview",
            template: """
                INSERT INTO record.interview VALUES (:site, ':id3', ':id6', '2025-02-01', 'tam-r', 'collected', 'I-1',
                    'caregiver', 700000000, true, '{}', 610000000, '>=', 'engagement', 1)
                """),
        Seed(
            table: "record.outcome",
            template:
                "INSERT INTO record.outcome VALUES (:site, ':id3', 'discharge', 'at-home', 'yes', '2025-05-15', 1)"),
        Seed(
            table: "record.follow_up",
            template: "INSERT INTO record.follow_up VALUES (:site, ':id3', 6, '2025-11-15', 'collected', 1)"),
        Seed(
            table: "record.participant",
            template: """
                INSERT INTO record.participant
                VALUES (:site, ':id3', ':id1', '2025-01-15', '2025-02-15', 'carer', NULL, 1),
                    (:site, ':id3', ':id1', '2025-02-15', NULL, 'carer', NULL, 1)
                """),
        Seed(
            table: "record.model_fact",
            template: """
                INSERT INTO record.model_fact VALUES (:site, ':id3', ':id5', 'drug-test', 'carer', ':id1', '2025-02-01',
                    '2025-03-01', 'engagement', '{"result": "negative"}', 1)
                """),
        Seed(
            table: "record.tracker_state",
            template: """
                INSERT INTO record.tracker_state
                VALUES (:site, ':id3', ':id5', 'relapse', 'carer', ':id1', 'lapse', '2025-02-01', '2025-02-09', 1)
                """),
        Seed(
            table: "record.module_run",
            template: """
                INSERT INTO record.module_run VALUES (:site, ':id3', ':id6', 'trauma', 'index', NULL, '2025-02-01',
                    '2025-02-09', 'completed', '{no-lapse}', 'crisis', 'S-1', '2025-02-03', 1)
                """),
        Seed(
            table: "record.placement",
            template: """
                INSERT INTO record.placement
                VALUES (:site, ':id2', ':id7', 'foster-care', '2025-06-01', '2025-06-20', 'crisis', 'returned', 1),
                    (:site, ':id2', ':id8', 'residential', '2025-06-20', NULL, 'crisis', NULL, 1)
                """),
        Seed(
            table: "record.provision",
            template: """
                INSERT INTO record.provision
                VALUES (:site, ':id2', ':id7', 'looked-after', '2025-06-01', '2025-06-20', 1),
                    (:site, ':id2', ':id8', 'looked-after', '2025-06-20', NULL, 1),
                    (:site, ':id2', ':id9', 'cpp', '2025-06-01', NULL, 1)
                """),
        Seed(
            table: "record.school_status",
            template: "INSERT INTO record.school_status VALUES (:site, ':id2', '2025-01-01', 'in-school', 1)"),
        Seed(
            table: "record.offence",
            template: "INSERT INTO record.offence VALUES (:site, ':id2', ':id9', '2025-02-02', 'arrest', 1)"),
        Seed(
            table: "identity.person",
            template: "INSERT INTO identity.person VALUES (:site, ':id2', 'birth-month', 'k1', :digest)"),
        Seed(
            table: "identity.search_term",
            template: "INSERT INTO identity.search_term VALUES (:site, ':id2', 'name-part', :digest)"),
        Seed(
            table: "identity.address",
            template: """
                INSERT INTO identity.address VALUES (:site, ':id2', ':id5', true, '2025-01-01', NULL, 'k1', :digest)
                """),
        Seed(
            table: "identity.bond",
            template: "INSERT INTO identity.bond VALUES (:site, ':id2', ':id9', 'mother')"),
        Seed(
            table: "narrative.text",
            template: "INSERT INTO narrative.text VALUES (:site, ':id1', 'k1', :digest, :digest)"),
        Seed(
            table: "exchange.import",
            template: """
                INSERT INTO exchange.import VALUES (:site, ':id1', 'register', :digest, 2, '2026-01-01Z', 'operator')
                """),
        Seed(
            table: "exchange.imported_row",
            template:
                "INSERT INTO exchange.imported_row VALUES (:site, 'register', :digest, :digest, 'k1', ':id1', ':id2')"),
        Seed(
            table: "reporting.episode_fact",
            template: """
                INSERT INTO reporting.episode_fact (site_id, fact_key, version, known_from, known_to, model_id,
                    model_version, settings_version, team, decided_team, closed_team, sex, deprivation_decile, age_months,
                    referred_on, decision, decided_on, started_on, closed_on, closure_reason, closure_group, stay_days,
                    interview_expected, at_home, in_school_or_work, no_new_arrests, interviews, score_sum_billionths, threshold_billionths,
                    threshold_operator, adherent, shape)
                VALUES
                    (:site, :digest, 1, '2026-01-01Z', '2026-01-02Z', 'mst', 1, 1, 'north', NULL, NULL, 'F', 3, 160,
                        '2025-01-01', 'pending', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL,
                        NULL, 1),
                    (:site, :digest, 2, '2026-01-02Z', 'infinity', 'mst', 1, 1, 'north', 'north', 'north', 'F', 3, 160,
                        '2025-01-01', 'accepted', '2025-01-08', '2025-01-15', '2025-05-15', 'completed', 'completed', 120,
                        true, 'yes', 'no', 'unknown', 1, 700000000, 610000000, '>=', true, 1)
                """),
        Seed(
            table: "reporting.care_spell_fact",
            template: """
                INSERT INTO reporting.care_spell_fact
                VALUES
                    (:site, :digest, :digest, 1, '2026-01-01Z', '2026-01-02Z', 'placement', 'secure-home', false, true,
                        true, '2025-06-01', NULL, 1),
                    (:site, :digest, :digest, 2, '2026-01-02Z', 'infinity', 'placement', 'secure-home', false, true,
                        true, '2025-06-01', '2025-06-20', 1)
                """),
        Seed(
            table: "reporting.interview_fact",
            template: """
                INSERT INTO reporting.interview_fact
                VALUES
                    (:site, :digest, :digest, 1, '2026-01-01Z', '2026-01-02Z', '2025-06-01', 'north', NULL, 0, 1),
                    (:site, :digest, :digest, 2, '2026-01-02Z', 'infinity', '2025-06-01', 'north', 'T1', 700000000, 1)
                """),
        Seed(
            table: "reporting.model_fact",
            template: """
                INSERT INTO reporting.model_fact
                VALUES
                    (:site, :digest, :digest, 1, '2026-01-01Z', '2026-01-02Z', 'fact', 'concern', 'index', :digest,
                        '2025-06-01', NULL, '{}', 1),
                    (:site, :digest, :digest, 2, '2026-01-02Z', 'infinity', 'fact', 'concern', 'index', :digest,
                        '2025-06-01', '2025-06-20', '{"level": "referral"}', 1)
                """),
    ]
}
