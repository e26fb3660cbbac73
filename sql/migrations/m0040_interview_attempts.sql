-- Attempts to hold an adherence interview: what came of each, and when to ring again. In words of closed lists, so that
-- nothing that an interviewer types can hold what was answered.

CREATE SCHEMA interview;
COMMENT ON SCHEMA interview IS 'How interviews are come by; what was answered stands in the record.';
GRANT USAGE ON SCHEMA interview TO homeward_application;

CREATE TABLE interview.attempt (
    site_id integer NOT NULL,
    attempt_id uuid NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    slot integer NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    again_on date,
    again_part text COLLATE "C",
    made_at timestamptz NOT NULL,
    made_by site.code NOT NULL,
    CONSTRAINT attempt_pkey PRIMARY KEY (site_id, attempt_id),
    CONSTRAINT attempt_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT attempt_slot_positive CHECK (slot >= 1),
    CONSTRAINT attempt_outcome_known CHECK (
        outcome IN ('no-answer', 'engaged', 'wrong-number', 'interpreter-needed', 'call-back', 'refused')),
    CONSTRAINT attempt_again_part_known CHECK (again_part IN ('morning', 'afternoon', 'evening')),
    CONSTRAINT attempt_again_on_finite CHECK (isfinite(again_on)),
    CONSTRAINT attempt_no_more_after_refusal CHECK (outcome <> 'refused' OR again_on IS NULL AND again_part IS NULL),
    CONSTRAINT attempt_made_at_finite CHECK (isfinite(made_at))
);
COMMENT ON TABLE interview.attempt IS 'Attempts to reach a family for an adherence interview; append-only.';
COMMENT ON COLUMN interview.attempt.attempt_id IS
    'Made with the form that it is typed in, so that what is sent twice stands once.';
COMMENT ON COLUMN interview.attempt.slot IS 'For which interview it was, from 1 up.';
COMMENT ON COLUMN interview.attempt.again_on IS 'The day on which the family asked to be rung again.';
CREATE INDEX attempt_stream_idx ON interview.attempt (site_id, stream, episode_id);
ALTER TABLE interview.attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON interview.attempt TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON interview.attempt TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON interview.attempt AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );
GRANT SELECT, INSERT ON interview.attempt TO homeward_application;
