-- A carer's own link to an adherence interview: no account, used once, over after some days. Only a digest of it is kept.

CREATE TABLE interview.link (
    site_id integer NOT NULL,
    link_id uuid NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid NOT NULL,
    slot integer NOT NULL,
    respondent text COLLATE "C" NOT NULL,
    digest bytea NOT NULL,
    made_by site.code NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    answered_key text COLLATE "C",
    CONSTRAINT link_pkey PRIMARY KEY (site_id, link_id),
    CONSTRAINT link_digest_key UNIQUE (digest),
    CONSTRAINT link_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT link_slot_positive CHECK (slot >= 1),
    CONSTRAINT link_respondent_known CHECK (
        respondent IN ('mother', 'father', 'carer', 'kin-carer', 'foster-carer', 'key-worker', 'other')),
    CONSTRAINT link_digest_is_sha256 CHECK (octet_length(digest) = 32),
    CONSTRAINT link_holds_a_month_at_most CHECK (
        expires_at > made_at AND expires_at <= made_at + interval '31 days'),
    CONSTRAINT link_ended_after_made CHECK (ended_at >= made_at AND isfinite(ended_at)),
    CONSTRAINT link_answered_key_sized CHECK (octet_length(answered_key) BETWEEN 8 AND 100),
    CONSTRAINT link_answered_is_ended CHECK (answered_key IS NULL OR ended_at IS NOT NULL)
);
COMMENT ON TABLE interview.link IS 'Links by which carers answer an adherence interview alone.';
COMMENT ON COLUMN interview.link.slot IS 'For which interview it is, from 1 up.';
COMMENT ON COLUMN interview.link.digest IS 'SHA-256 of the token that the link holds; the token is kept nowhere.';
COMMENT ON COLUMN interview.link.ended_at IS 'When it was used, or another took its place.';
COMMENT ON COLUMN interview.link.answered_key IS
    'The key of the form by which it was used: whoever sends the same form again is thanked again. Null for one that was not.';
CREATE INDEX link_stream_idx ON interview.link (site_id, stream, episode_id);
ALTER TABLE interview.link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON interview.link TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON interview.link TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON interview.link AS RESTRICTIVE TO homeward_application
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
GRANT SELECT, INSERT, UPDATE (ended_at, answered_key) ON interview.link TO homeward_application;

-- Whoever holds a link belongs to no site yet: which one it is, the link tells.
CREATE FUNCTION door.interview_link(asked bytea, at timestamptz)
    RETURNS TABLE (site text, link_id uuid, episode_id uuid, slot integer, respondent text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT s.code::text, l.link_id, l.episode_id, l.slot, l.respondent
    FROM interview.link AS l JOIN site.site AS s ON s.site_id = l.site_id
    WHERE l.digest = asked AND l.ended_at IS NULL AND l.expires_at > at;
END;
COMMENT ON FUNCTION door.interview_link(bytea, timestamptz) IS
    'What the link of a digest opens; nothing for one that was used, is over or never was.';
REVOKE ALL ON FUNCTION door.interview_link(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.interview_link(bytea, timestamptz) TO homeward_application;

-- A form that was sent twice, or whose answer got lost on the way, was heard once.
CREATE FUNCTION door.interview_answered(asked bytea, key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT EXISTS (SELECT FROM interview.link AS l WHERE l.digest = asked AND l.answered_key = key);
END;
COMMENT ON FUNCTION door.interview_answered(bytea, text) IS 'Whether a form was taken by the link of a digest already.';
REVOKE ALL ON FUNCTION door.interview_answered(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.interview_answered(bytea, text) TO homeward_application;

-- A carer who holds a link looks at what it opens, and has no account.
ALTER TABLE access.look DROP CONSTRAINT look_way_known;
ALTER TABLE access.look ADD CONSTRAINT look_way_known
    CHECK (way IN ('programme', 'operator', 'session', 'token', 'command-line', 'link'));
ALTER TABLE access.look DROP CONSTRAINT look_account_when_signed_in;
ALTER TABLE access.look ADD CONSTRAINT look_account_when_signed_in
    CHECK ((account_id IS NULL) = (way IN ('programme', 'operator', 'link')));
