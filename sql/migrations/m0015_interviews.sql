-- Valid adherence interviews as they were known when: the averages of families, teams and therapists at any past time.
-- Which therapist it was stays with the site: the reporting role has no right to this table.

-- Rows of shape 3 have no facts of interviews beside them: `homeward rebuild` makes them.
DROP INDEX reporting.episode_fact_of_older_shape;
CREATE INDEX episode_fact_of_older_shape ON reporting.episode_fact (site_id) WHERE shape < 4;

CREATE TABLE reporting.interview_fact (
    site_id integer NOT NULL,
    episode_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL DEFAULT 'infinity',
    held_on date NOT NULL,
    team site.code NOT NULL,
    therapist site.code,
    score_billionths bigint NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT interview_fact_pkey PRIMARY KEY (site_id, episode_key, fact_key, version),
    CONSTRAINT interview_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT interview_fact_episode_key_is_digest CHECK (octet_length(episode_key) = 32),
    CONSTRAINT interview_fact_key_is_digest CHECK (octet_length(fact_key) = 32),
    CONSTRAINT interview_fact_version_positive CHECK (version >= 1),
    CONSTRAINT interview_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT interview_fact_known_in_order CHECK (known_from < known_to),
    CONSTRAINT interview_fact_score_in_range CHECK (score_billionths BETWEEN 0 AND 1000000000),
    CONSTRAINT interview_fact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE reporting.interview_fact IS
    'What a site''s own reports may know of a valid adherence interview, one row for each state of knowledge.';
COMMENT ON COLUMN reporting.interview_fact.episode_key IS
    'HMAC of the episode''s id under the site''s key, the same as the fact_key in episode_fact.';
COMMENT ON COLUMN reporting.interview_fact.fact_key IS
    'HMAC of the episode''s id and the interview''s own under the site''s key.';
COMMENT ON COLUMN reporting.interview_fact.known_from IS 'Stamp of the append that made this version.';
COMMENT ON COLUMN reporting.interview_fact.known_to IS
    'Stamp of the append that replaced it or took it back; infinity while it is current.';
COMMENT ON COLUMN reporting.interview_fact.team IS 'The team that had the family on the day.';
COMMENT ON COLUMN reporting.interview_fact.therapist IS
    'The code of the lead therapist of the day; null while nobody was named.';
COMMENT ON COLUMN reporting.interview_fact.score_billionths IS 'Unrounded score in billionths of 1.';
CREATE UNIQUE INDEX interview_fact_one_current ON reporting.interview_fact (site_id, episode_key, fact_key)
    WHERE known_to = 'infinity';
CREATE INDEX interview_fact_current_by_day ON reporting.interview_fact (site_id, held_on)
    WHERE known_to = 'infinity';
ALTER TABLE reporting.interview_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON reporting.interview_fact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON reporting.interview_fact TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (known_to), DELETE ON reporting.interview_fact TO homeward_application;
