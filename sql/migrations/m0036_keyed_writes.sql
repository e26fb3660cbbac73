-- Writes that a client may send again: each is done once, and a day long answered as the first time.

CREATE TABLE exchange.keyed_write (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    account_id uuid NOT NULL,
    write_key bytea NOT NULL,
    request bytea NOT NULL,
    episode_id uuid NOT NULL,
    version bigint NOT NULL,
    made_id uuid,
    advice text[] COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT keyed_write_pkey PRIMARY KEY (site_id, account_id, write_key),
    CONSTRAINT keyed_write_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT keyed_write_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT keyed_write_key_is_digest CHECK (octet_length(write_key) = 32),
    CONSTRAINT keyed_write_request_is_digest CHECK (octet_length(request) = 32),
    CONSTRAINT keyed_write_version_positive CHECK (version >= 1),
    CONSTRAINT keyed_write_recorded_at_finite CHECK (isfinite(recorded_at))
);
COMMENT ON TABLE exchange.keyed_write IS
    'What an account wrote under a key of its own, with the answer; written in the transaction of the effect, swept after a day.';
COMMENT ON COLUMN exchange.keyed_write.write_key IS 'Keyed hash of the client''s key.';
COMMENT ON COLUMN exchange.keyed_write.request IS 'Keyed hash of all that was asked: another request under the key is refused.';
COMMENT ON COLUMN exchange.keyed_write.version IS 'The version of the episode after it.';
COMMENT ON COLUMN exchange.keyed_write.made_id IS 'What was made in the episode, where it has an id.';
COMMENT ON COLUMN exchange.keyed_write.advice IS 'Codes of what was unusual.';
CREATE INDEX keyed_write_recorded_idx ON exchange.keyed_write (site_id, recorded_at);
CREATE INDEX keyed_write_stream_idx ON exchange.keyed_write (site_id, stream, episode_id);
ALTER TABLE exchange.keyed_write ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON exchange.keyed_write TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON exchange.keyed_write TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON exchange.keyed_write AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR (
            ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
            AND episode_id <> ALL ((SELECT access.barred())::uuid[])
        )
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR (
            ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
            AND episode_id <> ALL ((SELECT access.barred())::uuid[])
        )
    );
GRANT SELECT, INSERT, DELETE ON exchange.keyed_write TO homeward_application;
