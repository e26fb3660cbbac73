-- The ledger of nightly work: which day's job was done for which site, what it changed, and what it has to send.

CREATE SCHEMA job;
COMMENT ON SCHEMA job IS 'Nightly work: each occurrence once, who holds it, and what leaves by it.';
GRANT USAGE ON SCHEMA job TO homeward_application;

CREATE TABLE job.occurrence (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    state text COLLATE "C" NOT NULL,
    fence bigint NOT NULL DEFAULT 0,
    tries integer NOT NULL DEFAULT 0,
    planned_at timestamptz NOT NULL,
    known_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    retry_at timestamptz,
    rows_read bigint NOT NULL DEFAULT 0,
    rows_changed bigint NOT NULL DEFAULT 0,
    changes jsonb NOT NULL DEFAULT '{}',
    reason text,
    by_hand boolean NOT NULL DEFAULT false,
    CONSTRAINT occurrence_pkey PRIMARY KEY (site_id, job, local_date),
    CONSTRAINT occurrence_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT occurrence_state_known CHECK (state IN ('planned', 'running', 'done', 'failed', 'skipped', 'blocked')),
    CONSTRAINT occurrence_local_date_finite CHECK (isfinite(local_date)),
    CONSTRAINT occurrence_fence_not_negative CHECK (fence >= 0),
    CONSTRAINT occurrence_tries_not_negative CHECK (tries >= 0),
    CONSTRAINT occurrence_known_when_begun CHECK (state NOT IN ('running', 'done') OR known_at IS NOT NULL),
    CONSTRAINT occurrence_ended_when_done CHECK (state <> 'done' OR ended_at IS NOT NULL),
    CONSTRAINT occurrence_reason_given
        CHECK (state NOT IN ('failed', 'skipped', 'blocked') OR (reason IS NOT NULL AND reason ~ '\S')),
    CONSTRAINT occurrence_retry_only_if_failed CHECK (retry_at IS NULL OR state = 'failed'),
    CONSTRAINT occurrence_rows_not_negative CHECK (rows_read >= 0 AND rows_changed >= 0),
    CONSTRAINT occurrence_changes_is_object CHECK (jsonb_typeof(changes) = 'object')
);
COMMENT ON TABLE job.occurrence IS
    'One row for each job, site and local date, written before the work begins. There is never a second one.';
COMMENT ON COLUMN job.occurrence.local_date IS 'The night''s date at the site; the day that the job works for.';
COMMENT ON COLUMN job.occurrence.fence IS
    'Goes up with each claim: who holds a lower number cannot end the occurrence, nor commit what it wrote for it.';
COMMENT ON COLUMN job.occurrence.known_at IS 'What became known later is not looked at, however often it is tried.';
COMMENT ON COLUMN job.occurrence.retry_at IS 'From when it is tried again; null when nobody does so unasked.';
COMMENT ON COLUMN job.occurrence.changes IS 'What was changed, by kind: {"opened": 3}.';
COMMENT ON COLUMN job.occurrence.by_hand IS
    'Somebody asked for the date, or left it out, and the calendar has not come to it: what lies between is still due.';
COMMENT ON COLUMN job.occurrence.reason IS 'One sentence: why it failed, waits, or was left out. It names no person.';
CREATE INDEX occurrence_unfinished ON job.occurrence (site_id, local_date)
    WHERE state IN ('planned', 'running', 'failed', 'blocked');
ALTER TABLE job.occurrence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON job.occurrence TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON job.occurrence TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON job.occurrence TO homeward_application;

-- Apart from the occurrence: a heartbeat must not touch the row that the work's own transaction ends.
CREATE TABLE job.lease (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    worker uuid NOT NULL,
    until timestamptz NOT NULL,
    CONSTRAINT lease_pkey PRIMARY KEY (site_id, job, local_date),
    CONSTRAINT lease_occurrence_fkey FOREIGN KEY (site_id, job, local_date)
        REFERENCES job.occurrence (site_id, job, local_date),
    CONSTRAINT lease_fence_positive CHECK (fence >= 1)
);
COMMENT ON TABLE job.lease IS
    'Who works on an occurrence, and until when nobody else may; times are the database''s own.';
ALTER TABLE job.lease ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON job.lease TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON job.lease TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON job.lease TO homeward_application;

CREATE TABLE job.attempt (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    worker uuid NOT NULL,
    known_at timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text COLLATE "C",
    rows_read bigint NOT NULL DEFAULT 0,
    rows_changed bigint NOT NULL DEFAULT 0,
    reason text,
    CONSTRAINT attempt_pkey PRIMARY KEY (site_id, job, local_date, fence),
    CONSTRAINT attempt_occurrence_fkey FOREIGN KEY (site_id, job, local_date)
        REFERENCES job.occurrence (site_id, job, local_date),
    CONSTRAINT attempt_outcome_known CHECK (outcome IN ('done', 'failed', 'lost')),
    CONSTRAINT attempt_outcome_when_ended CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CONSTRAINT attempt_rows_not_negative CHECK (rows_read >= 0 AND rows_changed >= 0)
);
COMMENT ON TABLE job.attempt IS 'Every time that somebody began an occurrence, and what came of it.';
COMMENT ON COLUMN job.attempt.outcome IS 'done, failed, or lost: its worker was not heard of until its lease was over.';
ALTER TABLE job.attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON job.attempt TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON job.attempt TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON job.attempt TO homeward_application;

CREATE TABLE job.outbox (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    recipient site.code NOT NULL,
    kind site.term NOT NULL,
    state text COLLATE "C" NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    made_at timestamptz NOT NULL,
    send_from timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    state_at timestamptz NOT NULL,
    reason text,
    CONSTRAINT outbox_pkey PRIMARY KEY (site_id, job, local_date, recipient, kind),
    CONSTRAINT outbox_occurrence_fkey FOREIGN KEY (site_id, job, local_date)
        REFERENCES job.occurrence (site_id, job, local_date),
    CONSTRAINT outbox_state_known CHECK (state IN ('waiting', 'sent', 'withdrawn')),
    CONSTRAINT outbox_subject_one_line CHECK (subject ~ '\S' AND subject !~ '[\r\n]'),
    CONSTRAINT outbox_tries_not_negative CHECK (tries >= 0)
);
COMMENT ON TABLE job.outbox IS
    'What jobs have to say to people, each thing once; written with the job''s own work, sent afterwards.';
COMMENT ON COLUMN job.outbox.recipient IS 'The code of a member of staff; addresses are known to the sender only.';
COMMENT ON COLUMN job.outbox.body IS 'Plain text. It names episodes by their reference and nobody by name.';
COMMENT ON COLUMN job.outbox.reason IS 'Why it was withdrawn, or could not be sent the last time.';
CREATE INDEX outbox_waiting ON job.outbox (site_id, send_from) WHERE state = 'waiting';
ALTER TABLE job.outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON job.outbox TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON job.outbox TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON job.outbox TO homeward_application;

CREATE TABLE job.removal (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    fence bigint NOT NULL,
    what site.term NOT NULL,
    before_day date NOT NULL,
    removed bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT removal_pkey PRIMARY KEY (site_id, job, local_date, fence, what),
    CONSTRAINT removal_attempt_fkey FOREIGN KEY (site_id, job, local_date, fence)
        REFERENCES job.attempt (site_id, job, local_date, fence),
    CONSTRAINT removal_of_something CHECK (removed >= 1)
);
COMMENT ON TABLE job.removal IS 'What a job deleted, how much of it, and how old it was; append-only.';
ALTER TABLE job.removal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON job.removal TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON job.removal TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON job.removal TO homeward_application;
CREATE TRIGGER removal_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON job.removal
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
