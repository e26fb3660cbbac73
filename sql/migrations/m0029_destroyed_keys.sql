-- Keys that are gone for good, and where sealed rows still stand under a key that is to go.

CREATE TABLE retention.destroyed_key (
    site_id integer NOT NULL,
    key_id site.term NOT NULL,
    destroyed_at timestamptz NOT NULL,
    CONSTRAINT destroyed_key_pkey PRIMARY KEY (site_id, key_id),
    CONSTRAINT destroyed_key_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT destroyed_key_is_a_key CHECK (key_id ~ '^k[0-9a-f]{16}$')
);
COMMENT ON TABLE retention.destroyed_key IS
    'Keys that went with what was disposed of: no backup of the key store brings one back. A name of a key tells nothing of whose it was.';
ALTER TABLE retention.destroyed_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON retention.destroyed_key TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON retention.destroyed_key TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON retention.destroyed_key TO homeward_application;

CREATE FUNCTION door.destroyed_keys() RETURNS TABLE (key_id text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT d.key_id::text FROM retention.destroyed_key AS d;
END;
COMMENT ON FUNCTION door.destroyed_keys() IS 'The names of all keys that are gone for good; the key store belongs to no site.';

-- It reads the catalogue, so that no table that comes later is forgotten when a key is to be destroyed.
CREATE FUNCTION door.rows_under_keys(names text[])
    RETURNS TABLE (place text, site_id integer, key_id text, count bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT c.oid::regclass::text AS name, bool_or(a.attname = 'site_id') AS is_of_a_site
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|extension$)'
        GROUP BY c.oid HAVING bool_or(a.attname = 'key_id') AND bool_or(a.attname = 'sealed')
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, %s, t.key_id::text, count(*) FROM %s AS t
            WHERE t.sealed IS NOT NULL AND t.key_id = ANY ($1) GROUP BY 2, 3',
            one.name, CASE WHEN one.is_of_a_site THEN 't.site_id' ELSE '0' END, one.name::regclass
        ) USING names;
    END LOOP;
END
$$;
COMMENT ON FUNCTION door.rows_under_keys(text[]) IS
    'How many sealed rows of every table need one of these keys, site by site; 0 is of no site.';

-- What opens accounts is of no site, and the secrets of providers are sealed with it.
CREATE FUNCTION door.sealed_under(names text[], most integer)
    RETURNS TABLE (place text, owner uuid, item uuid, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT 'door.account'::text, a.account_id, a.account_id, a.key_id::text, a.sealed
    FROM door.account AS a WHERE a.key_id = ANY (names)
    UNION ALL
    SELECT 'door.password', p.account_id, p.account_id, p.key_id::text, p.sealed
    FROM door.password AS p WHERE p.key_id = ANY (names)
    UNION ALL
    SELECT 'door.factor', f.account_id, f.factor_id, f.key_id::text, f.sealed
    FROM door.factor AS f WHERE f.key_id = ANY (names)
    UNION ALL
    SELECT 'access.provider', r.provider_id, r.provider_id, r.key_id::text, r.sealed
    FROM access.provider AS r WHERE r.key_id = ANY (names)
    LIMIT most;
END;
COMMENT ON FUNCTION door.sealed_under(text[], integer) IS
    'What opens accounts, and the secrets of providers, so far as one of these keys sealed it; so many at most.';

CREATE FUNCTION door.reseal(place text, item uuid, was bytea, key text, bytes bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- What was changed meanwhile is sealed with the key in force already.
    CASE place
        WHEN 'door.account' THEN
            UPDATE door.account SET key_id = key, sealed = bytes WHERE account_id = item AND sealed = was;
        WHEN 'door.password' THEN
            UPDATE door.password SET key_id = key, sealed = bytes WHERE account_id = item AND sealed = was;
        WHEN 'door.factor' THEN
            UPDATE door.factor SET key_id = key, sealed = bytes WHERE factor_id = item AND sealed = was;
        WHEN 'access.provider' THEN
            UPDATE access.provider SET key_id = key, sealed = bytes WHERE provider_id = item AND sealed = was;
    END CASE;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.reseal(text, uuid, bytea, text, bytea) IS 'The same content under another key.';

CREATE OR REPLACE FUNCTION door.sweep(before timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.throttle WHERE last_at < before AND free_at < before;
    DELETE FROM door.session WHERE used_at < before;
    DELETE FROM door.link WHERE expires_at < before;
    DELETE FROM door.device WHERE known_until < before;
    DELETE FROM door.provider_sign_in WHERE expires_at < before;
END;

-- A way back for who lost the second factor and its recovery codes.

ALTER TABLE door.link DROP CONSTRAINT link_purpose_known,
    ADD CONSTRAINT link_purpose_known CHECK (purpose IN ('set-up', 'sign-in', 'new-factor'));
ALTER TABLE door.notice DROP CONSTRAINT notice_kind_known,
    ADD CONSTRAINT notice_kind_known CHECK (
        kind IN ('password-set', 'factor-set', 'factor-removed', 'recovery-code-used', 'recovery-codes-made',
            'address-changed', 'link-made', 'token-made', 'account-disabled', 'account-enabled'));

CREATE OR REPLACE FUNCTION door.make_link(
    id uuid, asked uuid, token bytea, wanted text, at timestamptz, until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    -- Whoever asks for another link has lost the one before; and no two links together replace password and factor.
    UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
    INSERT INTO door.link (link_id, account_id, hash, purpose, made_at, expires_at)
    VALUES (id, asked, token, wanted, at, until);
    SELECT door.tell(asked, 'link-made', at);
END;

CREATE FUNCTION door.password_is_new(asked uuid, at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM door.password AS p WHERE p.account_id = asked AND p.set_at > at - interval '24 hours');
END;
COMMENT ON FUNCTION door.password_is_new(uuid, timestamptz) IS
    'Whether the password was set within a day: then no factor is replaced, or one person could replace both.';

CREATE FUNCTION door.remove_factor(asked uuid, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.factor WHERE account_id = asked;
    DELETE FROM door.recovery_code WHERE account_id = asked;
    SELECT door.end_sessions(asked, at);
    SELECT door.tell(asked, 'factor-removed', at);
END;
COMMENT ON FUNCTION door.remove_factor(uuid, timestamptz) IS
    'Removes a second factor that was lost: the password alone opens setting up another.';

GRANT EXECUTE ON FUNCTION
    door.password_is_new(uuid, timestamptz),
    door.remove_factor(uuid, timestamptz),
    door.destroyed_keys(),
    door.rows_under_keys(text[]),
    door.sealed_under(text[], integer),
    door.reseal(text, uuid, bytea, text, bytea)
TO homeward_application;
