-- Reporting facts: pseudonymous, versioned by what was known when. Every report reads
-- `known_from <= k AND k < known_to`; now is `known_to = 'infinity'`, which the partial indexes serve.

CREATE SCHEMA reporting;
COMMENT ON SCHEMA reporting IS 'Facts for reports: days, codes and numbers under a key that only the site can join.';
GRANT USAGE ON SCHEMA reporting TO homeward_application, homeward_reporting;

CREATE TABLE reporting.episode_fact (
    site_id integer NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL DEFAULT 'infinity',
    model_id site.term NOT NULL,
    model_version integer NOT NULL,
    settings_version integer NOT NULL,
    team site.code NOT NULL,
    decided_team site.code,
    closed_team site.code,
    referral_source site.term,
    sex text COLLATE "C",
    ethnicity site.term,
    responsible_authority site.term,
    deprivation_index site.term,
    deprivation_decile smallint,
    age_months smallint,
    referred_on date NOT NULL,
    decision text COLLATE "C" NOT NULL,
    decline_reason site.term,
    decided_on date,
    decided_day_estimated boolean NOT NULL DEFAULT false,
    started_on date,
    closed_on date,
    closure_reason site.term,
    closure_group text COLLATE "C",
    stay_days integer,
    interview_expected boolean,
    at_home text COLLATE "C",
    in_school_or_work text COLLATE "C",
    no_new_arrests text COLLATE "C",
    interviews integer NOT NULL,
    score_sum_billionths bigint NOT NULL,
    threshold_billionths bigint,
    threshold_operator text COLLATE "C",
    adherent boolean,
    shape smallint NOT NULL,
    CONSTRAINT episode_fact_pkey PRIMARY KEY (site_id, fact_key, version),
    CONSTRAINT episode_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT episode_fact_key_is_digest CHECK (octet_length(fact_key) = 32),
    CONSTRAINT episode_fact_version_positive CHECK (version >= 1),
    CONSTRAINT episode_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT episode_fact_known_in_order CHECK (known_from < known_to),
    CONSTRAINT episode_fact_versions_positive CHECK (model_version >= 1 AND settings_version >= 0),
    CONSTRAINT episode_fact_sex_known CHECK (sex IN ('M', 'F', 'U')),
    CONSTRAINT episode_fact_deprivation_decile_in_range CHECK (deprivation_decile BETWEEN 1 AND 10),
    CONSTRAINT episode_fact_age_not_negative CHECK (age_months >= 0),
    CONSTRAINT episode_fact_decision_known CHECK (decision IN ('pending', 'accepted', 'declined')),
    CONSTRAINT episode_fact_decision_dated CHECK ((decision = 'pending') = (decided_on IS NULL)),
    CONSTRAINT episode_fact_decline_reason_paired CHECK ((decision = 'declined') = (decline_reason IS NOT NULL)),
    CONSTRAINT episode_fact_decided_after_referral CHECK (decided_on >= referred_on),
    CONSTRAINT episode_fact_decided_team_needs_decision CHECK (decided_team IS NULL OR decided_on IS NOT NULL),
    CONSTRAINT episode_fact_started_only_if_accepted CHECK (started_on IS NULL OR decision = 'accepted'),
    CONSTRAINT episode_fact_started_after_decision CHECK (started_on >= decided_on),
    CONSTRAINT episode_fact_closed_only_if_accepted CHECK (closed_on IS NULL OR decision = 'accepted'),
    CONSTRAINT episode_fact_closed_after_start CHECK (closed_on >= coalesce(started_on, decided_on)),
    CONSTRAINT episode_fact_closing_paired CHECK (
        (closed_on IS NULL) = (closure_reason IS NULL) AND (closed_on IS NULL) = (closure_group IS NULL)
    ),
    CONSTRAINT episode_fact_closed_team_needs_closing CHECK (closed_team IS NULL OR closed_on IS NOT NULL),
    CONSTRAINT episode_fact_closure_group_known
        CHECK (closure_group IN ('completed', 'lack_of_engagement', 'placed', 'not_counted')),
    CONSTRAINT episode_fact_stay_needs_both_ends
        CHECK (stay_days IS NULL OR (started_on IS NOT NULL AND closed_on IS NOT NULL)),
    CONSTRAINT episode_fact_interview_expected_needs_stay
        CHECK ((interview_expected IS NULL) = (stay_days IS NULL)),
    CONSTRAINT episode_fact_stay_not_negative CHECK (stay_days >= 0),
    CONSTRAINT episode_fact_at_home_known CHECK (at_home IN ('yes', 'no', 'unknown')),
    CONSTRAINT episode_fact_in_school_or_work_known CHECK (in_school_or_work IN ('yes', 'no', 'unknown')),
    CONSTRAINT episode_fact_no_new_arrests_known CHECK (no_new_arrests IN ('yes', 'no', 'unknown')),
    CONSTRAINT episode_fact_interviews_not_negative CHECK (interviews >= 0),
    CONSTRAINT episode_fact_score_sum_in_range
        CHECK (score_sum_billionths BETWEEN 0 AND interviews::bigint * 1000000000),
    CONSTRAINT episode_fact_threshold_paired CHECK ((threshold_billionths IS NULL) = (threshold_operator IS NULL)),
    CONSTRAINT episode_fact_threshold_in_range CHECK (threshold_billionths BETWEEN 0 AND 1000000000),
    CONSTRAINT episode_fact_threshold_operator_known CHECK (threshold_operator IN ('>=', '>')),
    CONSTRAINT episode_fact_adherent_needs_interviews CHECK (adherent IS NULL OR interviews > 0),
    CONSTRAINT episode_fact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE reporting.episode_fact IS
    'What a report may know of an episode, one row for each state of knowledge.';
COMMENT ON COLUMN reporting.episode_fact.fact_key IS
    'HMAC of the episode''s id under the site''s key: the site can join it to the record, nobody else can.';
COMMENT ON COLUMN reporting.episode_fact.known_from IS 'Stamp of the append that made this version.';
COMMENT ON COLUMN reporting.episode_fact.known_to IS
    'Stamp of the append that replaced it; infinity while it is current.';
COMMENT ON COLUMN reporting.episode_fact.team IS 'The team that has the episode now, or had it last.';
COMMENT ON COLUMN reporting.episode_fact.decided_team IS 'The team that had it on the day of the decision.';
COMMENT ON COLUMN reporting.episode_fact.closed_team IS 'The team that had it on the day of closing.';
COMMENT ON COLUMN reporting.episode_fact.responsible_authority IS
    'GSS code, or IE- and the agency''s code in Ireland.';
COMMENT ON COLUMN reporting.episode_fact.age_months IS 'Whole months from birth month to referral.';
COMMENT ON COLUMN reporting.episode_fact.stay_days IS
    'Days from first session to closing, as counted when it was recorded.';
COMMENT ON COLUMN reporting.episode_fact.interview_expected IS
    'Whether the stay was long enough for an adherence interview to be expected, as judged at closing.';
COMMENT ON COLUMN reporting.episode_fact.interviews IS 'Valid adherence interviews of the episode.';
COMMENT ON COLUMN reporting.episode_fact.score_sum_billionths IS 'Sum of their scores in billionths of 1.';
COMMENT ON COLUMN reporting.episode_fact.adherent IS
    'Whether the family''s mean met the threshold; null without an interview.';
CREATE UNIQUE INDEX episode_fact_one_current ON reporting.episode_fact (site_id, fact_key) WHERE known_to = 'infinity';
CREATE INDEX episode_fact_current_by_closing ON reporting.episode_fact (site_id, closed_on)
    WHERE known_to = 'infinity';
CREATE INDEX episode_fact_current_by_decision ON reporting.episode_fact (site_id, decided_on)
    WHERE known_to = 'infinity';
ALTER TABLE reporting.episode_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON reporting.episode_fact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON reporting.episode_fact TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reporting_all ON reporting.episode_fact FOR SELECT TO homeward_reporting USING (true);
GRANT SELECT, INSERT, UPDATE (known_to), DELETE ON reporting.episode_fact TO homeward_application;
GRANT SELECT ON reporting.episode_fact TO homeward_reporting;
