-- Identity providers of sites and the accounts that they know.

CREATE TABLE access.provider (
    site_id integer NOT NULL,
    provider_id uuid NOT NULL,
    code site.code NOT NULL,
    issuer text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    key_id site.term,
    sealed bytea,
    added_by site.code NOT NULL,
    added_at timestamptz NOT NULL,
    removed_by site.code,
    removed_at timestamptz,
    CONSTRAINT provider_pkey PRIMARY KEY (site_id, provider_id),
    CONSTRAINT provider_id_key UNIQUE (provider_id),
    CONSTRAINT provider_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT provider_issuer_is_an_address CHECK (octet_length(issuer) <= 512 AND issuer ~ '^https?://[!-~]+$'),
    CONSTRAINT provider_client_is_printable CHECK (octet_length(client_id) <= 256 AND client_id ~ '^[!-~]+$'),
    CONSTRAINT provider_sealed_as_one CHECK ((key_id IS NULL) = (sealed IS NULL)),
    CONSTRAINT provider_sealed_long_enough CHECK (octet_length(sealed) >= 28),
    CONSTRAINT provider_removed_as_one CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    CONSTRAINT provider_removed_after_added CHECK (removed_at >= added_at)
);
COMMENT ON TABLE access.provider IS 'Who a site trusts to say who somebody is (OpenID Connect); never deleted.';
COMMENT ON COLUMN access.provider.code IS 'How it is named in addresses and at the command line.';
COMMENT ON COLUMN access.provider.sealed IS 'What we prove to it that we are its client with; null for a client without a secret.';
-- The sign-in page asks by code before the site is known.
CREATE UNIQUE INDEX provider_code_key ON access.provider (code) WHERE removed_at IS NULL;
ALTER TABLE access.provider ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.provider TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.provider TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (removed_by, removed_at) ON access.provider TO homeward_application;

CREATE TABLE access.provider_link (
    site_id integer NOT NULL,
    provider_id uuid NOT NULL,
    subject_index bytea NOT NULL,
    account_id uuid NOT NULL,
    linked_by site.code NOT NULL,
    linked_at timestamptz NOT NULL,
    removed_by site.code,
    removed_at timestamptz,
    CONSTRAINT provider_link_pkey PRIMARY KEY (site_id, provider_id, subject_index, linked_at),
    CONSTRAINT provider_link_provider_fkey FOREIGN KEY (site_id, provider_id)
        REFERENCES access.provider (site_id, provider_id),
    CONSTRAINT provider_link_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT provider_link_index_is_a_digest CHECK (octet_length(subject_index) = 32),
    CONSTRAINT provider_link_removed_as_one CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    CONSTRAINT provider_link_removed_after_linked CHECK (removed_at >= linked_at)
);
COMMENT ON TABLE access.provider_link IS 'Which account a provider means by a subject; never deleted.';
COMMENT ON COLUMN access.provider_link.subject_index IS 'Keyed hash of issuer and subject; neither stands here.';
CREATE UNIQUE INDEX provider_link_subject_key ON access.provider_link (site_id, provider_id, subject_index)
    WHERE removed_at IS NULL;
CREATE UNIQUE INDEX provider_link_account_key ON access.provider_link (site_id, provider_id, account_id)
    WHERE removed_at IS NULL;
ALTER TABLE access.provider_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.provider_link TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.provider_link TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (removed_by, removed_at) ON access.provider_link TO homeward_application;

CREATE TABLE door.provider_sign_in (
    state bytea NOT NULL,
    browser bytea NOT NULL,
    provider_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    begun_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT provider_sign_in_pkey PRIMARY KEY (state),
    CONSTRAINT provider_sign_in_provider_fkey FOREIGN KEY (provider_id) REFERENCES access.provider (provider_id),
    CONSTRAINT provider_sign_in_hashes CHECK (octet_length(state) = 32 AND octet_length(browser) = 32),
    CONSTRAINT provider_sign_in_sealed_long_enough CHECK (octet_length(sealed) >= 28),
    CONSTRAINT provider_sign_in_ends CHECK (expires_at > begun_at)
);
COMMENT ON TABLE door.provider_sign_in IS
    'Sign-ins that were begun with a provider and have not come back: taken away by the first answer.';
COMMENT ON COLUMN door.provider_sign_in.state IS 'SHA-256 of the state.';
COMMENT ON COLUMN door.provider_sign_in.browser IS 'SHA-256 of what only the browser that began holds.';
COMMENT ON COLUMN door.provider_sign_in.sealed IS 'Nonce and verifier.';

CREATE FUNCTION door.providers() RETURNS TABLE (code text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT p.code::text FROM access.provider AS p WHERE p.removed_at IS NULL ORDER BY p.code;
END;
COMMENT ON FUNCTION door.providers() IS 'The codes of the providers that one can sign in with.';

CREATE FUNCTION door.provider_of(given site.code)
    RETURNS TABLE (provider_id uuid, site_id integer, issuer text, client_id text, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT p.provider_id, p.site_id, p.issuer::text, p.client_id::text, p.key_id::text, p.sealed
    FROM access.provider AS p WHERE p.code = given AND p.removed_at IS NULL;
END;
COMMENT ON FUNCTION door.provider_of(site.code) IS 'A provider that one can sign in with.';

CREATE FUNCTION door.begin_provider_sign_in(
    given bytea, held bytea, asked uuid, key text, secret bytea, at timestamptz, until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.provider_sign_in WHERE expires_at <= at;
    INSERT INTO door.provider_sign_in (state, browser, provider_id, key_id, sealed, begun_at, expires_at)
    VALUES (given, held, asked, key, secret, at, until);
END;
COMMENT ON FUNCTION door.begin_provider_sign_in(bytea, bytea, uuid, text, bytea, timestamptz, timestamptz) IS
    'Keeps a sign-in until its answer comes; those that are over go.';

CREATE FUNCTION door.take_provider_sign_in(given bytea, held bytea, asked uuid, at timestamptz)
    RETURNS TABLE (key_id text, sealed bytea)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.provider_sign_in AS s
    WHERE s.state = given AND s.browser = held AND s.provider_id = asked AND at < s.expires_at
    RETURNING s.key_id::text, s.sealed;
END;
COMMENT ON FUNCTION door.take_provider_sign_in(bytea, bytea, uuid, timestamptz) IS
    'Takes a sign-in that this browser began with this provider; a second answer to it finds nothing.';

CREATE FUNCTION door.account_of_subject(asked uuid, subject bytea) RETURNS TABLE (account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT l.account_id FROM access.provider_link AS l
    JOIN access.provider AS p USING (site_id, provider_id)
    WHERE l.provider_id = asked AND l.subject_index = subject AND l.removed_at IS NULL AND p.removed_at IS NULL;
END;
COMMENT ON FUNCTION door.account_of_subject(uuid, bytea) IS 'Whom a provider means by a subject.';

GRANT EXECUTE ON FUNCTION
    door.providers(),
    door.provider_of(site.code),
    door.begin_provider_sign_in(bytea, bytea, uuid, text, bytea, timestamptz, timestamptz),
    door.take_provider_sign_in(bytea, bytea, uuid, timestamptz),
    door.account_of_subject(uuid, bytea)
TO homeward_application;
