-- What models measure beside the network's table: answers to their further outcomes, follow-ups, moves home, where
-- declined families were sent on to, and facts of whatever a model records.

-- Rows of shape 2 do not have these columns filled: `homeward rebuild` makes them again.
ALTER TABLE reporting.episode_fact
    ADD COLUMN onward_service site.term,
    ADD COLUMN moved_home_on date,
    ADD COLUMN further_answers jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN follow_ups jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT episode_fact_onward_only_if_declined CHECK (onward_service IS NULL OR decision = 'declined'),
    ADD CONSTRAINT episode_fact_moved_home_after_start
        CHECK (moved_home_on IS NULL OR (started_on IS NOT NULL AND moved_home_on >= started_on)),
    ADD CONSTRAINT episode_fact_further_answers_is_object CHECK (jsonb_typeof(further_answers) = 'object'),
    ADD CONSTRAINT episode_fact_further_answers_need_closing CHECK (further_answers = '{}' OR closed_on IS NOT NULL),
    ADD CONSTRAINT episode_fact_follow_ups_is_object CHECK (jsonb_typeof(follow_ups) = 'object'),
    ADD CONSTRAINT episode_fact_follow_ups_need_closing CHECK (follow_ups = '{}' OR closed_on IS NOT NULL);
COMMENT ON COLUMN reporting.episode_fact.onward_service IS 'Where a declined family was sent on to.';
COMMENT ON COLUMN reporting.episode_fact.moved_home_on IS
    'The last day on which a phase at home followed one away from home or between; null when none did.';
COMMENT ON COLUMN reporting.episode_fact.further_answers IS
    'Answers at closing to outcomes that have no column of their own: outcome to yes, no or unknown.';
COMMENT ON COLUMN reporting.episode_fact.follow_ups IS
    'Follow-ups by months after closing: "6" to what became of it, "6/outcome" to yes, no or unknown.';
DROP INDEX reporting.episode_fact_of_shape_1;
-- Empty after a rebuild, so it costs nothing: while a site has such rows, what belongs to them may lack its facts.
CREATE INDEX episode_fact_of_older_shape ON reporting.episode_fact (site_id) WHERE shape < 3;
CREATE INDEX episode_fact_current_by_referral ON reporting.episode_fact (site_id, referred_on)
    WHERE known_to = 'infinity';

-- The key begins with the episode: reports look at what was recorded of an episode that was closed.
CREATE TABLE reporting.model_fact (
    site_id integer NOT NULL,
    episode_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL DEFAULT 'infinity',
    sort text COLLATE "C" NOT NULL,
    kind site.term NOT NULL,
    subject_role site.term NOT NULL,
    subject_key bytea,
    held_from date NOT NULL,
    held_until date,
    codes jsonb NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT model_fact_pkey PRIMARY KEY (site_id, episode_key, fact_key, version),
    CONSTRAINT model_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT model_fact_episode_key_is_digest CHECK (octet_length(episode_key) = 32),
    CONSTRAINT model_fact_key_is_digest CHECK (octet_length(fact_key) = 32),
    CONSTRAINT model_fact_version_positive CHECK (version >= 1),
    CONSTRAINT model_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT model_fact_known_in_order CHECK (known_from < known_to),
    CONSTRAINT model_fact_sort_known CHECK (sort IN ('fact', 'participant')),
    CONSTRAINT model_fact_subject_key_is_digest CHECK (octet_length(subject_key) = 32),
    CONSTRAINT model_fact_family_has_no_key CHECK ((subject_role = 'family') = (subject_key IS NULL)),
    CONSTRAINT model_fact_held_in_order CHECK (held_until >= held_from),
    CONSTRAINT model_fact_codes_is_object CHECK (jsonb_typeof(codes) = 'object'),
    CONSTRAINT model_fact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE reporting.model_fact IS
    'What a report may know of something that a model records of an episode, or of somebody who takes part in it, '
    'one row for each state of knowledge.';
COMMENT ON COLUMN reporting.model_fact.episode_key IS
    'HMAC of the episode''s id under the site''s key, the same as the fact_key in episode_fact.';
COMMENT ON COLUMN reporting.model_fact.fact_key IS
    'HMAC of the episode''s id and the fact''s or the participant''s own under the site''s key.';
COMMENT ON COLUMN reporting.model_fact.known_from IS 'Stamp of the append that made this version.';
COMMENT ON COLUMN reporting.model_fact.known_to IS
    'Stamp of the append that replaced it or took it back; infinity while it is current.';
COMMENT ON COLUMN reporting.model_fact.kind IS 'The kind of the fact, or the role of the participant.';
COMMENT ON COLUMN reporting.model_fact.subject_role IS 'What the person whom it is about is in the episode.';
COMMENT ON COLUMN reporting.model_fact.subject_key IS
    'HMAC of the child''s id, for whom is a child of the site, or of the participant''s; null for the family.';
COMMENT ON COLUMN reporting.model_fact.held_from IS 'The day it happened on, or the first on which it held.';
COMMENT ON COLUMN reporting.model_fact.held_until IS
    'First day on which it no longer held; null while it does, and for what happened on one day.';
COMMENT ON COLUMN reporting.model_fact.codes IS
    'Its fields that hold words, answers, numbers or days, as text; no person, no link and no narrative.';
CREATE UNIQUE INDEX model_fact_one_current ON reporting.model_fact (site_id, episode_key, fact_key)
    WHERE known_to = 'infinity';
ALTER TABLE reporting.model_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON reporting.model_fact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON reporting.model_fact TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reporting_all ON reporting.model_fact FOR SELECT TO homeward_reporting USING (true);
GRANT SELECT, INSERT, UPDATE (known_to), DELETE ON reporting.model_fact TO homeward_application;
GRANT SELECT ON reporting.model_fact TO homeward_reporting;
