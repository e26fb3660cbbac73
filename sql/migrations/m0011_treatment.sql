-- Treatment: who takes part in an episode, what its model records, where trackers stand, which modules are delivered.
-- Whom something is about is a role and, for those who were added, an id: who that is stands sealed elsewhere.

CREATE TABLE record.participant (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date,
    role site.term NOT NULL,
    child_id uuid,
    shape smallint NOT NULL,
    CONSTRAINT participant_pkey PRIMARY KEY (site_id, episode_id, participant_id, from_day),
    CONSTRAINT participant_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT participant_one_spell_at_a_time EXCLUDE USING gist (
        site_id WITH =, episode_id WITH =, participant_id WITH =, daterange(from_day, to_day, '[)') WITH &&
    ) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT participant_ends_after_it_begins CHECK (to_day > from_day),
    CONSTRAINT participant_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.participant IS
    'Who takes part in an episode beside the child whom the referral is about. Nothing here says who it is.';
COMMENT ON COLUMN record.participant.to_day IS 'First day without the person; null while it lasts.';
COMMENT ON COLUMN record.participant.child_id IS
    'The child''s own stream, for a child who has one: a sibling may be the child of another episode.';
ALTER TABLE record.participant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.participant TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.participant TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.participant TO homeward_application;

CREATE TABLE record.model_fact (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    kind site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    from_day date NOT NULL,
    to_day date,
    phase site.term NOT NULL,
    codes jsonb NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT model_fact_pkey PRIMARY KEY (site_id, episode_id, fact_id),
    CONSTRAINT model_fact_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT model_fact_ends_after_it_begins CHECK (to_day > from_day),
    CONSTRAINT model_fact_codes_are_an_object CHECK (jsonb_typeof(codes) = 'object'),
    CONSTRAINT model_fact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.model_fact IS 'What a model records beyond the common words of an episode, one row a fact.';
COMMENT ON COLUMN record.model_fact.role IS 'Whom it is about: the family, the child, or what the participant is.';
COMMENT ON COLUMN record.model_fact.participant_id IS 'Null for a fact about the family or about the child.';
COMMENT ON COLUMN record.model_fact.to_day IS
    'First day on which it no longer holds; null while it does, and for what happened on one day.';
COMMENT ON COLUMN record.model_fact.codes IS
    'Words, numbers and days by field. Links, staff and references to sealed texts stand in the event alone.';
ALTER TABLE record.model_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.model_fact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.model_fact TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.model_fact TO homeward_application;

CREATE TABLE record.tracker_state (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    tracker site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    state site.term NOT NULL,
    from_day date NOT NULL,
    to_day date,
    shape smallint NOT NULL,
    CONSTRAINT tracker_state_pkey PRIMARY KEY (site_id, episode_id, fact_id, tracker),
    CONSTRAINT tracker_state_fact_fkey FOREIGN KEY (site_id, episode_id, fact_id)
        REFERENCES record.model_fact (site_id, episode_id, fact_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT tracker_state_ends_after_it_begins CHECK (to_day >= from_day),
    CONSTRAINT tracker_state_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.tracker_state IS
    'The states that trackers moved to, one row a move. A tracker that nothing moved stands where its model begins it.';
COMMENT ON COLUMN record.tracker_state.fact_id IS 'The fact that moved it.';
COMMENT ON COLUMN record.tracker_state.to_day IS
    'Day of the next move, which may be the same; null while the state lasts.';
ALTER TABLE record.tracker_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.tracker_state TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.tracker_state TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.tracker_state TO homeward_application;

CREATE TABLE record.module_run (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    run_id uuid NOT NULL,
    module site.term NOT NULL,
    role site.term NOT NULL,
    participant_id uuid,
    from_day date NOT NULL,
    to_day date,
    ending site.term,
    unmet text[] NOT NULL,
    because site.term,
    signed_by site.code,
    signed_on date,
    shape smallint NOT NULL,
    CONSTRAINT module_run_pkey PRIMARY KEY (site_id, episode_id, run_id),
    CONSTRAINT module_run_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT module_run_ends_after_it_begins CHECK (to_day >= from_day),
    CONSTRAINT module_run_ends_in_one_way CHECK ((to_day IS NULL) = (ending IS NULL)),
    CONSTRAINT module_run_reason_for_the_unmet CHECK ((because IS NULL) = (cardinality(unmet) = 0)),
    CONSTRAINT module_run_signed_by_somebody_on_a_day CHECK ((signed_by IS NULL) = (signed_on IS NULL)),
    CONSTRAINT module_run_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.module_run IS 'Treatment modules as they are delivered, one row a delivery to somebody.';
COMMENT ON COLUMN record.module_run.to_day IS 'The day it ended; null while it lasts.';
COMMENT ON COLUMN record.module_run.unmet IS 'The soft gates that were not met when it began.';
COMMENT ON COLUMN record.module_run.because IS 'Why it began all the same, in one word.';
COMMENT ON COLUMN record.module_run.signed_by IS 'The supervisor who signed under that; null while nobody did.';
ALTER TABLE record.module_run ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.module_run TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.module_run TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.module_run TO homeward_application;
