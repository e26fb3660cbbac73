-- What the nights derive of the record: what is owed on a day, and what somebody should look at. Made anew at will.

CREATE TABLE duty.night (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    local_date date NOT NULL,
    form smallint NOT NULL,
    CONSTRAINT night_pkey PRIMARY KEY (site_id, job),
    CONSTRAINT night_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT night_local_date_finite CHECK (isfinite(local_date))
);
COMMENT ON TABLE duty.night IS 'Which date the rows of a job are for.';
COMMENT ON COLUMN duty.night.form IS 'Which way of deriving made them; after another, everything is derived anew.';
ALTER TABLE duty.night ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.night TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.night TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.night TO homeward_application;

-- The rows below are derived anew each night, tens of thousands at once, and row-level security holds each to the site of
-- its transaction, whose row of duty.night was written before. A reference to the site would look the site up for each
-- row, which took two thirds of the time of writing them.
CREATE TABLE duty.subject (
    site_id integer NOT NULL,
    job site.term NOT NULL,
    kind text COLLATE "C" NOT NULL,
    subject_id uuid NOT NULL,
    ref site.code,
    team site.code,
    therapist site.code,
    head bigint NOT NULL,
    next_on date NOT NULL,
    reach smallint NOT NULL,
    CONSTRAINT subject_pkey PRIMARY KEY (site_id, job, kind, subject_id),
    CONSTRAINT subject_kind_known CHECK (kind IN ('episode', 'team')),
    CONSTRAINT subject_next_on_finite CHECK (isfinite(next_on)),
    CONSTRAINT subject_reach_positive CHECK (reach >= 1)
);
COMMENT ON TABLE duty.subject IS
    'The episodes and teams that a job has rows of, or has found to need none; whose they are on the night''s date.';
COMMENT ON COLUMN duty.subject.ref IS 'What the site calls the episode, or the team''s code.';
COMMENT ON COLUMN duty.subject.head IS 'How far its record was read.';
COMMENT ON COLUMN duty.subject.next_on IS 'Until this date nothing changes by itself.';
COMMENT ON COLUMN duty.subject.reach IS 'How many days ahead were looked at; more the longer nothing changed.';
ALTER TABLE duty.subject ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.subject TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.subject TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.subject TO homeward_application;

CREATE TABLE duty.obligation (
    site_id integer NOT NULL,
    subject_kind text COLLATE "C" NOT NULL,
    subject_id uuid NOT NULL,
    kind site.term NOT NULL,
    about text COLLATE "C" NOT NULL,
    ordinal integer NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    closes_on date,
    standing text COLLATE "C" NOT NULL,
    since date,
    attempts integer NOT NULL,
    CONSTRAINT obligation_pkey PRIMARY KEY (site_id, subject_kind, subject_id, kind, about, ordinal),
    CONSTRAINT obligation_subject_kind_known CHECK (subject_kind IN ('episode', 'team')),
    CONSTRAINT obligation_about_given CHECK (about IN ('family', 'index') OR about ~ '^[0-9a-f-]{36}$'),
    CONSTRAINT obligation_standing_known CHECK (standing IN ('upcoming', 'open', 'overdue', 'missed')),
    CONSTRAINT obligation_since_unless_upcoming CHECK ((since IS NULL) = (standing = 'upcoming')),
    CONSTRAINT obligation_attempts_not_negative CHECK (attempts >= 0)
);
COMMENT ON TABLE duty.obligation IS
    'What is owed on the night''s date: what comes, is open or overdue, and what was missed lately.';
COMMENT ON COLUMN duty.obligation.about IS 'family, index, or the id of somebody who takes part.';
COMMENT ON COLUMN duty.obligation.closes_on IS 'The first day on which it can no longer be met; null while it stays owed.';
COMMENT ON COLUMN duty.obligation.since IS 'The first day of that standing.';
ALTER TABLE duty.obligation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.obligation TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.obligation TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.obligation TO homeward_application;

CREATE TABLE duty.alert (
    site_id integer NOT NULL,
    subject_kind text COLLATE "C" NOT NULL,
    subject_id uuid NOT NULL,
    code site.term NOT NULL,
    place integer NOT NULL,
    urgency text COLLATE "C" NOT NULL,
    since date NOT NULL,
    sentence text NOT NULL,
    CONSTRAINT alert_pkey PRIMARY KEY (site_id, subject_kind, subject_id, code, place),
    CONSTRAINT alert_subject_kind_known CHECK (subject_kind IN ('episode', 'team')),
    CONSTRAINT alert_place_positive CHECK (place >= 1),
    CONSTRAINT alert_urgency_known CHECK (urgency IN ('notice', 'warning', 'urgent')),
    CONSTRAINT alert_sentence_given CHECK (sentence ~ '\S')
);
COMMENT ON TABLE duty.alert IS 'What somebody should look at on the night''s date.';
COMMENT ON COLUMN duty.alert.place IS 'From 1, the oldest first: an episode can have several alerts of a code.';
COMMENT ON COLUMN duty.alert.sentence IS 'It names days, numbers and codes, never a person.';
ALTER TABLE duty.alert ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.alert TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.alert TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.alert TO homeward_application;
