-- What is written around the summary of a week: drafts of what is not handed in yet, comments on what was, and that it
-- was discussed.
--
-- Comments are rows of their own and no facts of the record: an episode stays with the version of the model that it
-- began with, which knows no comments, and experts write them, who record nothing of a family. They keep what facts
-- have: the words are sealed under the child's key, the row has committed to them, and none is changed.

CREATE SCHEMA summary;
COMMENT ON SCHEMA summary IS 'What is written around the summaries of weeks, which themselves stand in the record.';
GRANT USAGE ON SCHEMA summary TO homeward_application;

CREATE TABLE summary.draft (
    site_id integer NOT NULL,
    draft_id uuid NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    account_id uuid NOT NULL,
    version integer NOT NULL,
    written_by site.code NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT draft_pkey PRIMARY KEY (site_id, draft_id),
    CONSTRAINT draft_one_of_a_version UNIQUE (site_id, episode_id, week, account_id, version),
    CONSTRAINT draft_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT draft_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT draft_week_positive CHECK (week >= 1),
    CONSTRAINT draft_version_positive CHECK (version >= 1),
    CONSTRAINT draft_sealed_long_enough CHECK (octet_length(sealed) >= 28),
    CONSTRAINT draft_saved_at_finite CHECK (isfinite(saved_at))
);
COMMENT ON TABLE summary.draft IS
    'What somebody typed into the summary of a week and did not hand in yet; swept when nobody went on with it.';
COMMENT ON COLUMN summary.draft.version IS
    'Counted for each account, episode and week. A page goes on with the draft whose version it saw; one that went on '
    'elsewhere meanwhile is left as it is, and another begins.';
COMMENT ON COLUMN summary.draft.sealed IS 'The fields of the form as they were typed, sealed under the child''s key.';
CREATE INDEX draft_saved_idx ON summary.draft (site_id, saved_at);
ALTER TABLE summary.draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON summary.draft TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON summary.draft TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON summary.draft AS RESTRICTIVE TO homeward_application
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
GRANT SELECT, INSERT, DELETE ON summary.draft TO homeward_application;
GRANT UPDATE (version, key_id, sealed, saved_at) ON summary.draft TO homeward_application;

CREATE TABLE summary.comment (
    site_id integer NOT NULL,
    comment_id uuid NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    part text COLLATE "C" NOT NULL,
    narrative_id uuid NOT NULL,
    commitment bytea NOT NULL,
    written_by site.code NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT comment_pkey PRIMARY KEY (site_id, comment_id),
    CONSTRAINT comment_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT comment_week_positive CHECK (week >= 1),
    CONSTRAINT comment_part_known CHECK (
        part IN ('overarching-goals', 'week-goals', 'barriers', 'advances', 'fit', 'next-goals', 'whole')),
    CONSTRAINT comment_commitment_is_sha256 CHECK (octet_length(commitment) = 32),
    CONSTRAINT comment_written_at_finite CHECK (isfinite(written_at))
);
COMMENT ON TABLE summary.comment IS
    'What supervisors, experts and therapists said to a part of a summary; append-only.';
COMMENT ON COLUMN summary.comment.narrative_id IS 'The words, sealed under the child''s key.';
COMMENT ON COLUMN summary.comment.commitment IS 'SHA-256 over the words'' salt and sealed bytes.';
CREATE INDEX comment_stream_idx ON summary.comment (site_id, stream, episode_id, week);
ALTER TABLE summary.comment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON summary.comment TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON summary.comment TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON summary.comment AS RESTRICTIVE TO homeward_application
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
GRANT SELECT, INSERT ON summary.comment TO homeward_application;

CREATE TABLE summary.discussion (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    week integer NOT NULL,
    discussed_on date NOT NULL,
    setting text COLLATE "C" NOT NULL,
    marked_by site.code NOT NULL,
    marked_at timestamptz NOT NULL,
    CONSTRAINT discussion_pkey PRIMARY KEY (site_id, episode_id, week),
    CONSTRAINT discussion_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT discussion_week_positive CHECK (week >= 1),
    CONSTRAINT discussion_setting_known CHECK (setting IN ('supervision', 'consultation')),
    CONSTRAINT discussion_discussed_on_finite CHECK (isfinite(discussed_on)),
    CONSTRAINT discussion_marked_at_finite CHECK (isfinite(marked_at))
);
COMMENT ON TABLE summary.discussion IS
    'Which summaries were discussed: what is recorded of their weeks is only corrected from then on; append-only.';
CREATE INDEX discussion_stream_idx ON summary.discussion (site_id, stream, episode_id);
ALTER TABLE summary.discussion ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON summary.discussion TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON summary.discussion TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON summary.discussion AS RESTRICTIVE TO homeward_application
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
GRANT SELECT, INSERT ON summary.discussion TO homeward_application;
