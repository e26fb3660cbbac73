-- What is written under a key may be of a child, a team or the site as well as of an episode; and a write that is sent again is
-- answered as the first time, also when it took what it is about out of its author's reach.

DROP POLICY reach ON exchange.keyed_write;
ALTER TABLE exchange.keyed_write ALTER COLUMN stream DROP EXPRESSION;
ALTER TABLE exchange.keyed_write ALTER COLUMN stream DROP NOT NULL;
ALTER TABLE exchange.keyed_write RENAME COLUMN episode_id TO stream_id;
ALTER TABLE exchange.keyed_write ALTER COLUMN stream_id DROP NOT NULL;
ALTER TABLE exchange.keyed_write ALTER COLUMN version DROP NOT NULL;
ALTER TABLE exchange.keyed_write ADD COLUMN told text COLLATE "C";
ALTER TABLE exchange.keyed_write
    ADD CONSTRAINT keyed_write_stream_whole CHECK ((stream IS NULL) = (stream_id IS NULL)),
    ADD CONSTRAINT keyed_write_version_of_stream CHECK (version IS NULL OR stream IS NOT NULL),
    ADD CONSTRAINT keyed_write_told_short CHECK (length(told) <= 100);
COMMENT ON COLUMN exchange.keyed_write.stream IS 'The kind of stream that it was written in; null for what stands in none.';
COMMENT ON COLUMN exchange.keyed_write.stream_id IS 'The stream: with it goes what was answered of it.';
COMMENT ON COLUMN exchange.keyed_write.version IS 'The version of the stream after it; null where the answer has none.';
COMMENT ON COLUMN exchange.keyed_write.made_id IS 'What was made by it, where it has an id.';
COMMENT ON COLUMN exchange.keyed_write.told IS 'What else was answered: an instant or a number.';
CREATE POLICY reach ON exchange.keyed_write AS RESTRICTIVE TO homeward_application
    USING (
        stream_id IS NULL
        OR (SELECT access.is_unbounded())
        OR (
            ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
            AND stream_id <> ALL ((SELECT access.barred())::uuid[])
        )
    )
    WITH CHECK (
        stream_id IS NULL
        OR (SELECT access.is_unbounded())
        OR (
            ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
            AND stream_id <> ALL ((SELECT access.barred())::uuid[])
        )
    );

CREATE FUNCTION access.kept_write(account uuid, key bytea, lock bigint, since timestamptz)
RETURNS TABLE (
    is_free boolean, request bytea, stream text, stream_id uuid, version bigint, made_id uuid, advice text[], told text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'pg_catalog', 'pg_temp' AS $$
DECLARE
    site integer := nullif(current_setting('homeward.site', true), '')::integer;
BEGIN
    IF NOT pg_try_advisory_xact_lock(lock) THEN
        RETURN QUERY SELECT
            false, NULL::bytea, NULL::text, NULL::uuid, NULL::bigint, NULL::uuid, NULL::text[], NULL::text;
        RETURN;
    END IF;
    -- What is over is not known any more, whether the night took it away or not, and whoever reaches it now.
    DELETE FROM exchange.keyed_write AS k
    WHERE k.site_id = site AND k.account_id = account AND k.write_key = key AND k.recorded_at <= since;
    RETURN QUERY
        SELECT true, k.request, k.stream, k.stream_id, k.version, k.made_id, k.advice, k.told
        FROM (VALUES (true)) AS one (is_free)
        LEFT JOIN exchange.keyed_write AS k
            ON k.site_id = site AND k.account_id = account AND k.write_key = key;
END;
$$;
COMMENT ON FUNCTION access.kept_write(uuid, bytea, bigint, timestamptz) IS
    'What an account wrote at the site under a key of its own, whatever it reaches now; is_free is false while another transaction works under the key.';
GRANT EXECUTE ON FUNCTION access.kept_write(uuid, bytea, bigint, timestamptz) TO homeward_application;
