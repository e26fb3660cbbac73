-- Projections: what the events of a stream say now, folded by the engine and written by the store, re-made by
-- `homeward rebuild`. They carry the constraints: what SQL can state about an episode, SQL states here.
--
-- Foreign keys and exclusions are deferred to the commit, so that a set of corrections and a rebuild may pass through
-- states that could not stay. `shape` in each table is the version of the fold that wrote the row; a report over rows
-- of an older shape refuses. Periods of days are half-open: the day on which something ended is no longer in it.

CREATE TABLE record.child (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('child') STORED,
    child_id uuid NOT NULL,
    ref site.code,
    household site.code,
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT child_pkey PRIMARY KEY (site_id, child_id),
    CONSTRAINT child_ref_key UNIQUE (site_id, ref),
    CONSTRAINT child_stream_fkey FOREIGN KEY (site_id, stream, child_id)
        REFERENCES record.stream (site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT child_last_seq_positive CHECK (last_seq >= 1),
    CONSTRAINT child_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.child IS 'One row a child: what outlives an episode hangs on it.';
COMMENT ON COLUMN record.child.stream IS 'Constant, so that the foreign key can name the stream.';
COMMENT ON COLUMN record.child.ref IS 'The site''s own code for the child; null when it gave none.';
COMMENT ON COLUMN record.child.last_seq IS 'The event of the child''s stream up to which this row was folded.';
ALTER TABLE record.child ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.child TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.child TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.child TO homeward_application;

CREATE TABLE record.team (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('team') STORED,
    team_id uuid NOT NULL,
    code site.code NOT NULL,
    model_id site.term NOT NULL,
    opened_on date NOT NULL,
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT team_pkey PRIMARY KEY (site_id, team_id),
    CONSTRAINT team_code_key UNIQUE (site_id, code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_registered_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES site.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_stream_fkey FOREIGN KEY (site_id, stream, team_id)
        REFERENCES record.stream (site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_last_seq_positive CHECK (last_seq >= 1),
    CONSTRAINT team_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.team IS 'One row a team that has a stream of its own.';
COMMENT ON COLUMN record.team.stream IS 'Constant, so that the foreign key can name the stream.';
COMMENT ON COLUMN record.team.last_seq IS 'The event of the team''s stream up to which this row was folded.';
ALTER TABLE record.team ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.team TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.team TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.team TO homeward_application;

CREATE TABLE record.episode (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    ref site.code,
    child_id uuid NOT NULL,
    model_id site.term NOT NULL,
    model_version integer NOT NULL,
    settings_version integer NOT NULL,
    team_id uuid NOT NULL,
    therapist site.code,
    phase site.term NOT NULL,
    decision text COLLATE "C" NOT NULL,
    decline_reason site.term,
    referred_on date NOT NULL,
    decided_on date,
    decided_day_estimated boolean NOT NULL DEFAULT false,
    started_on date,
    closed_on date,
    closure_reason site.term,
    closure_group text COLLATE "C",
    last_seq bigint NOT NULL,
    shape smallint NOT NULL,
    open_during daterange GENERATED ALWAYS AS (
        CASE
            -- A closing before the start is refused by name below, not here by the range.
            WHEN decision = 'accepted' AND closed_on < coalesce(started_on, decided_on) THEN NULL
            WHEN decision = 'accepted' THEN daterange(coalesce(started_on, decided_on), closed_on, '[)')
        END
    ) STORED,
    CONSTRAINT episode_pkey PRIMARY KEY (site_id, episode_id),
    CONSTRAINT episode_ref_key UNIQUE (site_id, ref),
    CONSTRAINT episode_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT episode_child_fkey FOREIGN KEY (site_id, child_id)
        REFERENCES record.child (site_id, child_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT episode_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES site.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT episode_one_open_per_child EXCLUDE USING gist (
        site_id WITH =, child_id WITH =, open_during WITH &&
    ) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT episode_versions_positive CHECK (model_version >= 1 AND settings_version >= 0),
    CONSTRAINT episode_decision_known CHECK (decision IN ('pending', 'accepted', 'declined')),
    CONSTRAINT episode_decision_dated CHECK ((decision = 'pending') = (decided_on IS NULL)),
    CONSTRAINT episode_decline_reason_paired CHECK ((decision = 'declined') = (decline_reason IS NOT NULL)),
    CONSTRAINT episode_estimate_needs_decision CHECK (decided_on IS NOT NULL OR NOT decided_day_estimated),
    CONSTRAINT episode_decided_after_referral CHECK (decided_on >= referred_on),
    CONSTRAINT episode_started_only_if_accepted CHECK (started_on IS NULL OR decision = 'accepted'),
    CONSTRAINT episode_started_after_decision CHECK (started_on >= decided_on),
    CONSTRAINT episode_closed_only_if_accepted CHECK (closed_on IS NULL OR decision = 'accepted'),
    CONSTRAINT episode_closed_after_start CHECK (closed_on >= coalesce(started_on, decided_on)),
    CONSTRAINT episode_closing_paired CHECK (
        (closed_on IS NULL) = (closure_reason IS NULL) AND (closed_on IS NULL) = (closure_group IS NULL)
    ),
    CONSTRAINT episode_closure_group_known
        CHECK (closure_group IN ('completed', 'lack_of_engagement', 'placed', 'not_counted')),
    CONSTRAINT episode_last_seq_positive CHECK (last_seq >= 1),
    CONSTRAINT episode_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.episode IS 'One row an episode of treatment, from referral to closing, as it stands now.';
COMMENT ON COLUMN record.episode.stream IS 'Constant, so that the foreign key can name the stream.';
COMMENT ON COLUMN record.episode.ref IS 'The site''s own code for the episode; null when it gave none.';
COMMENT ON COLUMN record.episode.model_version IS 'The version that the episode is pinned to.';
COMMENT ON COLUMN record.episode.team_id IS 'The team in force now; the history is in record.assignment.';
COMMENT ON COLUMN record.episode.phase IS
    'The phase at the end of the timeline; `referred` and the like before treatment.';
COMMENT ON COLUMN record.episode.decided_day_estimated IS
    'The day of the decision was not given and stands for an earliest possible one.';
COMMENT ON COLUMN record.episode.started_on IS 'Day of the first session.';
COMMENT ON COLUMN record.episode.closure_group IS
    'The group in which the reason counted when the episode was closed.';
COMMENT ON COLUMN record.episode.last_seq IS 'The event of the episode''s stream up to which this row was folded.';
COMMENT ON COLUMN record.episode.open_during IS
    'Days on which an accepted episode holds its child; null while it is not accepted.';
ALTER TABLE record.episode ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.episode TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.episode TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.episode TO homeward_application;

CREATE TABLE record.assignment (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date,
    team_id uuid NOT NULL,
    therapist site.code,
    shape smallint NOT NULL,
    CONSTRAINT assignment_pkey PRIMARY KEY (site_id, episode_id, from_day),
    CONSTRAINT assignment_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT assignment_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES site.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT assignment_one_at_a_time EXCLUDE USING gist (
        site_id WITH =, episode_id WITH =, daterange(from_day, to_day, '[)') WITH &&
    ) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT assignment_ends_after_it_begins CHECK (to_day > from_day),
    CONSTRAINT assignment_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.assignment IS
    'Which team and therapist had an episode on which days; a change on the same day replaces the one before.';
COMMENT ON COLUMN record.assignment.to_day IS 'First day on which it no longer held; null while it holds.';
ALTER TABLE record.assignment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.assignment TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.assignment TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.assignment TO homeward_application;

CREATE TABLE record.phase_spell (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    phase site.term NOT NULL,
    from_day date NOT NULL,
    to_day date,
    planned_to_day date,
    shape smallint NOT NULL,
    CONSTRAINT phase_spell_pkey PRIMARY KEY (site_id, episode_id, ordinal),
    CONSTRAINT phase_spell_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT phase_spell_one_current EXCLUDE (site_id WITH =, episode_id WITH =) WHERE (to_day IS NULL)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT phase_spell_ordinal_positive CHECK (ordinal >= 1),
    CONSTRAINT phase_spell_ends_after_it_begins CHECK (to_day >= from_day),
    CONSTRAINT phase_spell_planned_after_it_begins CHECK (planned_to_day >= from_day),
    CONSTRAINT phase_spell_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.phase_spell IS 'The phases that an episode went through, in order.';
COMMENT ON COLUMN record.phase_spell.ordinal IS
    'Place in the episode, 1 and up; a phase entered again is a further spell.';
COMMENT ON COLUMN record.phase_spell.to_day IS 'Day of the step out of the phase; null while it lasts.';
COMMENT ON COLUMN record.phase_spell.planned_to_day IS
    'Day on which the step out was last planned; null when it was not.';
ALTER TABLE record.phase_spell ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.phase_spell TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.phase_spell TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.phase_spell TO homeward_application;

CREATE TABLE record.contact (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    occurred_on date NOT NULL,
    mode site.term NOT NULL,
    with_whom site.term NOT NULL,
    minutes integer,
    phase site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT contact_pkey PRIMARY KEY (site_id, episode_id, contact_id),
    CONSTRAINT contact_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT contact_minutes_within_a_day CHECK (minutes BETWEEN 0 AND 1440),
    CONSTRAINT contact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.contact IS 'One row a contact with the family or those around it.';
COMMENT ON COLUMN record.contact.minutes IS 'Length in minutes; null when it was not noted.';
COMMENT ON COLUMN record.contact.phase IS 'The phase that the episode was in.';
ALTER TABLE record.contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.contact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.contact TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.contact TO homeward_application;

CREATE TABLE record.interview (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    interview_id uuid NOT NULL,
    occurred_on date NOT NULL,
    instrument site.term NOT NULL,
    result site.term NOT NULL,
    collector site.term NOT NULL,
    respondent site.term,
    score_billionths bigint,
    valid boolean NOT NULL,
    invalid_reasons text[] NOT NULL DEFAULT '{}',
    threshold_billionths bigint NOT NULL,
    threshold_operator text COLLATE "C" NOT NULL,
    phase site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT interview_pkey PRIMARY KEY (site_id, episode_id, interview_id),
    CONSTRAINT interview_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT interview_score_in_range CHECK (score_billionths BETWEEN 0 AND 1000000000),
    CONSTRAINT interview_threshold_in_range CHECK (threshold_billionths BETWEEN 0 AND 1000000000),
    CONSTRAINT interview_threshold_operator_known CHECK (threshold_operator IN ('>=', '>')),
    CONSTRAINT interview_valid_agrees
        CHECK (valid = (score_billionths IS NOT NULL AND cardinality(invalid_reasons) = 0)),
    CONSTRAINT interview_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.interview IS 'One row an adherence interview, also those that gave no score.';
COMMENT ON COLUMN record.interview.score_billionths IS 'Unrounded score in billionths of 1; null when there is none.';
COMMENT ON COLUMN record.interview.valid IS
    'Whether it counts: in the episode, enough answers, an independent collector.';
COMMENT ON COLUMN record.interview.invalid_reasons IS
    'Flaws for which it does not count; empty when it does, and when there was no score.';
COMMENT ON COLUMN record.interview.threshold_billionths IS
    'The threshold in force when it was recorded, in billionths of 1.';
ALTER TABLE record.interview ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.interview TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.interview TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.interview TO homeward_application;

CREATE TABLE record.outcome (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    anchor site.term NOT NULL,
    outcome site.term NOT NULL,
    answer text COLLATE "C" NOT NULL,
    assessed_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT outcome_pkey PRIMARY KEY (site_id, episode_id, anchor, outcome),
    CONSTRAINT outcome_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT outcome_answer_known CHECK (answer IN ('yes', 'no', 'unknown')),
    CONSTRAINT outcome_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.outcome IS 'Answers to a model''s outcome questions, at closing and at each follow-up.';
COMMENT ON COLUMN record.outcome.anchor IS 'When it was asked: discharge, month-6, month-12, month-18.';
ALTER TABLE record.outcome ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.outcome TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.outcome TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.outcome TO homeward_application;

CREATE TABLE record.follow_up (
    site_id integer NOT NULL,
    episode_id uuid NOT NULL,
    month smallint NOT NULL,
    occurred_on date NOT NULL,
    status site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT follow_up_pkey PRIMARY KEY (site_id, episode_id, month, occurred_on),
    CONSTRAINT follow_up_episode_fkey FOREIGN KEY (site_id, episode_id)
        REFERENCES record.episode (site_id, episode_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT follow_up_month_in_range CHECK (month BETWEEN 1 AND 120),
    CONSTRAINT follow_up_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.follow_up IS
    'One row an attempt to follow up after closing, also when nobody could be reached.';
COMMENT ON COLUMN record.follow_up.month IS 'Months after closing at which it was due, such as 6, 12, 18.';
ALTER TABLE record.follow_up ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.follow_up TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.follow_up TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.follow_up TO homeward_application;

CREATE TABLE record.placement (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    setting site.term NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    start_reason site.term,
    end_reason site.term,
    shape smallint NOT NULL,
    CONSTRAINT placement_pkey PRIMARY KEY (site_id, child_id, placement_id),
    CONSTRAINT placement_child_fkey FOREIGN KEY (site_id, child_id)
        REFERENCES record.child (site_id, child_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT placement_one_at_a_time EXCLUDE USING gist (
        site_id WITH =, child_id WITH =, daterange(started_on, ended_on, '[)') WITH &&
    ) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT placement_ends_after_it_begins CHECK (ended_on >= started_on),
    CONSTRAINT placement_end_reason_needs_end CHECK (end_reason IS NULL OR ended_on IS NOT NULL),
    CONSTRAINT placement_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.placement IS 'Where a child lived, one place at a time.';
COMMENT ON COLUMN record.placement.ended_on IS
    'First day on which the child was no longer there; null while it lasts.';
ALTER TABLE record.placement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.placement TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.placement TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.placement TO homeward_application;

CREATE TABLE record.school_status (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    from_day date NOT NULL,
    status site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT school_status_pkey PRIMARY KEY (site_id, child_id, from_day),
    CONSTRAINT school_status_child_fkey FOREIGN KEY (site_id, child_id)
        REFERENCES record.child (site_id, child_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT school_status_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.school_status IS 'School or work of a child from a day on, until the next row.';
ALTER TABLE record.school_status ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.school_status TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.school_status TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.school_status TO homeward_application;

CREATE TABLE record.offence (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    offence_id uuid NOT NULL,
    committed_on date NOT NULL,
    kind site.term NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT offence_pkey PRIMARY KEY (site_id, child_id, offence_id),
    CONSTRAINT offence_child_fkey FOREIGN KEY (site_id, child_id)
        REFERENCES record.child (site_id, child_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT offence_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.offence IS 'Arrests and offences of a child; the description is narrative, not here.';
ALTER TABLE record.offence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.offence TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.offence TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.offence TO homeward_application;
