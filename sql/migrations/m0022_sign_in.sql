-- What opens an account: passwords, second factors, sessions, one-time links, tokens, throttling.
--
-- The application reads and writes none of these tables itself. Each function does one thing for one account or one
-- token, runs as the owner, has a fixed search path and is granted by name. Instants and limits come from the caller:
-- there is one clock, and the settings are the program's. Tokens stand here only as SHA-256 of 256 random bits; what
-- the program must read again (hashes of passwords, seeds of factors) is sealed.

CREATE TABLE door.password (
    account_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    set_at timestamptz NOT NULL,
    CONSTRAINT password_pkey PRIMARY KEY (account_id),
    CONSTRAINT password_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT password_sealed_long_enough CHECK (octet_length(sealed) >= 28)
);
COMMENT ON TABLE door.password IS 'The scrypt hash of each account''s password, as a PHC string, sealed.';

CREATE TABLE door.factor (
    factor_id uuid NOT NULL,
    account_id uuid NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    drafted_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step bigint,
    CONSTRAINT factor_pkey PRIMARY KEY (factor_id),
    CONSTRAINT factor_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT factor_sealed_long_enough CHECK (octet_length(sealed) >= 28),
    CONSTRAINT factor_confirmed_by_a_step CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);
COMMENT ON TABLE door.factor IS
    'Seeds of second factors, sealed: one in force for each account, and one that is being set up.';
COMMENT ON COLUMN door.factor.last_step IS 'The last step of 30 seconds whose code was used; none is taken twice.';
CREATE UNIQUE INDEX factor_one_in_force ON door.factor (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX factor_one_draft ON door.factor (account_id) WHERE confirmed_at IS NULL;

CREATE TABLE door.recovery_code (
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    made_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, hash),
    CONSTRAINT recovery_code_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT recovery_code_hash_is_sha256 CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE door.recovery_code IS 'Codes that stand in for the second factor, once each; only their hashes.';

CREATE TABLE door.device (
    device_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    known_until timestamptz NOT NULL,
    CONSTRAINT device_pkey PRIMARY KEY (device_id),
    CONSTRAINT device_hash_key UNIQUE (hash),
    CONSTRAINT device_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT device_hash_is_sha256 CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE door.device IS
    'Browsers that an account signed in with: guesses made elsewhere do not slow them down.';

CREATE TABLE door.session (
    session_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    stage text COLLATE "C" NOT NULL,
    begun_at timestamptz NOT NULL,
    rotated_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL,
    stepped_up_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT session_pkey PRIMARY KEY (session_id),
    CONSTRAINT session_hash_key UNIQUE (hash),
    CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT session_hash_is_sha256 CHECK (octet_length(hash) = 32),
    CONSTRAINT session_stage_known CHECK (stage IN ('factor', 'enrolment', 'set-up', 'full')),
    CONSTRAINT session_ended_after_begun CHECK (ended_at >= begun_at)
);
COMMENT ON TABLE door.session IS 'Sessions of browsers; only the hash of the token that the browser keeps.';
COMMENT ON COLUMN door.session.stage IS
    'What it opens: the second factor''s page, setting one up, setting up the account, or all.';
CREATE INDEX session_account_idx ON door.session (account_id) WHERE ended_at IS NULL;

CREATE TABLE door.link (
    link_id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT link_pkey PRIMARY KEY (link_id),
    CONSTRAINT link_hash_key UNIQUE (hash),
    CONSTRAINT link_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT link_hash_is_sha256 CHECK (octet_length(hash) = 32),
    CONSTRAINT link_purpose_known CHECK (purpose IN ('set-up', 'sign-in')),
    CONSTRAINT link_expires_within_a_day CHECK (expires_at > made_at AND expires_at <= made_at + interval '24 hours')
);
COMMENT ON TABLE door.link IS 'Links that open an account once: to set it up, or to look at an invented network.';

CREATE TABLE door.token (
    token_id uuid NOT NULL,
    account_id uuid NOT NULL,
    label site.code NOT NULL,
    prefix site.code NOT NULL,
    hash bytea NOT NULL,
    actions text[] COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT token_pkey PRIMARY KEY (token_id),
    CONSTRAINT token_hash_key UNIQUE (hash),
    CONSTRAINT token_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT token_hash_is_sha256 CHECK (octet_length(hash) = 32),
    CONSTRAINT token_has_actions CHECK (cardinality(actions) > 0),
    CONSTRAINT token_expires_within_a_year CHECK (expires_at > made_at AND expires_at <= made_at + interval '366 days')
);
COMMENT ON TABLE door.token IS 'Tokens of the API: what each may do, until when; only their hashes.';
COMMENT ON COLUMN door.token.prefix IS
    'The first characters of the token, by which its owner knows it again; not secret.';

CREATE TABLE door.throttle (
    kind text COLLATE "C" NOT NULL,
    subject bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    free_at timestamptz NOT NULL,
    CONSTRAINT throttle_pkey PRIMARY KEY (kind, subject),
    CONSTRAINT throttle_kind_known CHECK (kind IN ('account', 'source', 'device', 'factor', 'device-factor')),
    CONSTRAINT throttle_subject_is_keyed_hash CHECK (octet_length(subject) = 32),
    CONSTRAINT throttle_failures_counted CHECK (failures >= 0)
);
COMMENT ON TABLE door.throttle IS
    'Failures in a row, by account, by source address and by device; only keyed hashes of them.';
CREATE INDEX throttle_last_idx ON door.throttle (last_at);

CREATE TABLE door.notice (
    notice_id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    seen_at timestamptz,
    CONSTRAINT notice_pkey PRIMARY KEY (notice_id),
    CONSTRAINT notice_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT notice_kind_known CHECK (
        kind IN ('password-set', 'factor-set', 'recovery-code-used', 'recovery-codes-made', 'address-changed',
            'link-made', 'token-made', 'account-disabled', 'account-enabled'))
);
COMMENT ON TABLE door.notice IS 'What an account''s owner is told of: changes of what opens it.';
CREATE INDEX notice_account_idx ON door.notice (account_id, made_at);

-- Accounts

CREATE FUNCTION door.tell(asked uuid, kind text, at timestamptz) RETURNS void
    LANGUAGE sql SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.notice (notice_id, account_id, kind, made_at) VALUES (gen_random_uuid(), asked, kind, at);
END;
COMMENT ON FUNCTION door.tell(uuid, text, timestamptz) IS 'Notes what the owner of an account is told of.';

CREATE FUNCTION door.end_sessions(asked uuid, at timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    ended integer;
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at) WHERE account_id = asked AND ended_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
END
$$;
COMMENT ON FUNCTION door.end_sessions(uuid, timestamptz) IS 'Ends all sessions of an account; answers how many.';

CREATE FUNCTION door.create_account(id uuid, given site.code, key text, bytes bytea, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO door.account (account_id, code, key_id, sealed, created_at) VALUES (id, given, key, bytes, at)
    ON CONFLICT ON CONSTRAINT account_code_key DO NOTHING;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.create_account(uuid, site.code, text, bytea, timestamptz) IS
    'Makes an account; false when the code is taken.';

CREATE FUNCTION door.account_facts(asked uuid)
    RETURNS TABLE (
        account_id uuid, code text, key_id text, sealed bytea, created_at timestamptz, disabled_at timestamptz,
        has_password boolean, has_factor boolean, recovery_codes bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT a.account_id, a.code::text, a.key_id::text, a.sealed, a.created_at, a.disabled_at,
        EXISTS (SELECT FROM door.password AS p WHERE p.account_id = a.account_id),
        EXISTS (SELECT FROM door.factor AS f WHERE f.account_id = a.account_id AND f.confirmed_at IS NOT NULL),
        (SELECT count(*) FROM door.recovery_code AS r WHERE r.account_id = a.account_id AND r.used_at IS NULL)
    FROM door.account AS a WHERE a.account_id = asked;
END;
COMMENT ON FUNCTION door.account_facts(uuid) IS 'One account, with what opens it.';

CREATE FUNCTION door.accounts_of_site(asked integer) RETURNS TABLE (account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT DISTINCT g.account_id FROM access.site_grant AS g WHERE g.site_id = asked;
END;
COMMENT ON FUNCTION door.accounts_of_site(integer) IS 'The accounts that have or had a role at a site.';

CREATE FUNCTION door.accounts() RETURNS TABLE (account_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT a.account_id FROM door.account AS a;
END;
COMMENT ON FUNCTION door.accounts() IS 'All accounts.';

CREATE FUNCTION door.change_address(asked uuid, key text, bytes bytea, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.account SET key_id = key, sealed = bytes WHERE account_id = asked;
    SELECT door.tell(asked, 'address-changed', at);
END;
COMMENT ON FUNCTION door.change_address(uuid, text, bytea, timestamptz) IS
    'Another name or e-mail address of an account.';

CREATE FUNCTION door.disable_account(asked uuid, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.account SET disabled_at = greatest(at, created_at) WHERE account_id = asked AND disabled_at IS NULL;
    UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
    SELECT door.end_sessions(asked, at);
    SELECT door.tell(asked, 'account-disabled', at);
END;
COMMENT ON FUNCTION door.disable_account(uuid, timestamptz) IS
    'Closes an account, with its sessions, links and tokens.';

CREATE FUNCTION door.enable_account(asked uuid, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.account SET disabled_at = NULL WHERE account_id = asked;
    SELECT door.tell(asked, 'account-enabled', at);
END;
COMMENT ON FUNCTION door.enable_account(uuid, timestamptz) IS
    'Opens a closed account again; its old sessions stay ended.';

CREATE FUNCTION door.rights_changed(asked uuid, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.account SET rights_changed_at = at WHERE account_id = asked;
END;
COMMENT ON FUNCTION door.rights_changed(uuid, timestamptz) IS
    'Says that an account''s grants changed: its sessions need new tokens.';

CREATE FUNCTION door.grant_network(
    id uuid, asked uuid, given text, from_day date, through_day date, granting site.code, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.network_grant (grant_id, account_id, role, from_day, through_day, granted_by, granted_at)
    VALUES (id, asked, given, from_day, through_day, granting, at);
END;
COMMENT ON FUNCTION door.grant_network(uuid, uuid, text, date, date, site.code, timestamptz) IS
    'Gives an account a role of the network.';

CREATE FUNCTION door.revoke_network(id uuid, revoking site.code, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.network_grant SET revoked_by = revoking, revoked_at = at WHERE grant_id = id AND revoked_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.revoke_network(uuid, site.code, timestamptz) IS 'Takes a role of the network back.';

-- Passwords

CREATE FUNCTION door.password_of(given site.code)
    RETURNS TABLE (account_id uuid, key_id text, sealed bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT a.account_id, p.key_id::text, p.sealed
    FROM door.account AS a JOIN door.password AS p USING (account_id) WHERE a.code = given AND a.disabled_at IS NULL;
END;
COMMENT ON FUNCTION door.password_of(site.code) IS
    'The sealed hash of an account''s password; none of a closed account.';

CREATE FUNCTION door.set_password(asked uuid, key text, bytes bytea, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.password (account_id, key_id, sealed, set_at) VALUES (asked, key, bytes, at)
    ON CONFLICT (account_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, set_at = excluded.set_at;
    DELETE FROM door.device WHERE account_id = asked;
    SELECT door.end_sessions(asked, at);
    SELECT door.tell(asked, 'password-set', at);
END;
COMMENT ON FUNCTION door.set_password(uuid, text, bytea, timestamptz) IS 'Another password: all sessions end.';

CREATE FUNCTION door.rehash_password(asked uuid, was bytea, key text, bytes bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.password SET key_id = key, sealed = bytes WHERE account_id = asked AND sealed = was;
END;
COMMENT ON FUNCTION door.rehash_password(uuid, bytea, text, bytea) IS 'The same password under a higher cost.';

-- Second factors

CREATE FUNCTION door.draft_factor(id uuid, asked uuid, key text, bytes bytea, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.factor WHERE account_id = asked AND confirmed_at IS NULL;
    INSERT INTO door.factor (factor_id, account_id, key_id, sealed, drafted_at) VALUES (id, asked, key, bytes, at);
END;
COMMENT ON FUNCTION door.draft_factor(uuid, uuid, text, bytea, timestamptz) IS 'Begins to set up a second factor.';

CREATE FUNCTION door.factor_of(asked uuid, confirmed boolean)
    RETURNS TABLE (factor_id uuid, key_id text, sealed bytea, last_step bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT f.factor_id, f.key_id::text, f.sealed, f.last_step FROM door.factor AS f
    WHERE f.account_id = asked AND (f.confirmed_at IS NOT NULL) = confirmed;
END;
COMMENT ON FUNCTION door.factor_of(uuid, boolean) IS 'The second factor in force, or the one that is being set up.';

CREATE FUNCTION door.confirm_factor(id uuid, step bigint, codes bytea[], at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    owner uuid;
BEGIN
    SELECT f.account_id INTO owner FROM door.factor AS f WHERE f.factor_id = id AND f.confirmed_at IS NULL FOR UPDATE;
    IF owner IS NULL THEN
        RETURN false;
    END IF;
    DELETE FROM door.factor WHERE account_id = owner AND confirmed_at IS NOT NULL;
    UPDATE door.factor SET confirmed_at = at, last_step = step WHERE factor_id = id;
    DELETE FROM door.recovery_code WHERE account_id = owner;
    INSERT INTO door.recovery_code (account_id, hash, made_at) SELECT owner, c, at FROM unnest(codes) AS c;
    PERFORM door.tell(owner, 'factor-set', at);
    RETURN true;
END
$$;
COMMENT ON FUNCTION door.confirm_factor(uuid, bigint, bytea[], timestamptz) IS
    'Puts a second factor in force in place of the one before, with recovery codes of its own.';

CREATE FUNCTION door.use_step(id uuid, step bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.factor SET last_step = step WHERE factor_id = id AND confirmed_at IS NOT NULL AND last_step < step;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.use_step(uuid, bigint) IS
    'Takes the code of a step; false when it, or a later one, was taken.';

CREATE FUNCTION door.make_recovery_codes(asked uuid, codes bytea[], at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.recovery_code WHERE account_id = asked;
    INSERT INTO door.recovery_code (account_id, hash, made_at) SELECT asked, c, at FROM unnest(codes) AS c;
    SELECT door.tell(asked, 'recovery-codes-made', at);
END;
COMMENT ON FUNCTION door.make_recovery_codes(uuid, bytea[], timestamptz) IS
    'New recovery codes in place of the old ones.';

CREATE FUNCTION door.use_recovery_code(asked uuid, given bytea, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.recovery_code SET used_at = at WHERE account_id = asked AND hash = given AND used_at IS NULL;
    IF FOUND THEN
        PERFORM door.tell(asked, 'recovery-code-used', at);
        RETURN true;
    END IF;
    RETURN false;
END
$$;
COMMENT ON FUNCTION door.use_recovery_code(uuid, bytea, timestamptz) IS
    'Takes a recovery code; false when there is none, or it was used.';

-- Devices

CREATE FUNCTION door.device_of(given site.code, token bytea, at timestamptz) RETURNS TABLE (device_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT d.device_id FROM door.device AS d JOIN door.account AS a USING (account_id)
    WHERE a.code = given AND d.hash = token AND d.known_until > at;
END;
COMMENT ON FUNCTION door.device_of(site.code, bytea, timestamptz) IS
    'The device of an account that a token stands for.';

CREATE FUNCTION door.know_device(id uuid, asked uuid, token bytea, until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.device (device_id, account_id, hash, known_until) VALUES (id, asked, token, until);
END;
COMMENT ON FUNCTION door.know_device(uuid, uuid, bytea, timestamptz) IS 'Makes a device known to an account.';

-- Sessions

CREATE FUNCTION door.begin_session(id uuid, asked uuid, token bytea, at_stage text, at timestamptz, stepped boolean)
    RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- Locked: a session that begins while its account is closed either ends with it or does not begin.
    PERFORM FROM door.account WHERE account_id = asked AND disabled_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO door.session (session_id, account_id, hash, stage, begun_at, rotated_at, used_at, stepped_up_at)
    VALUES (id, asked, token, at_stage, at, at, at, CASE WHEN stepped THEN at END);
    RETURN true;
END
$$;
COMMENT ON FUNCTION door.begin_session(uuid, uuid, bytea, text, timestamptz, boolean) IS
    'Begins a session; false when the account is closed.';

CREATE FUNCTION door.use_session(token bytea, at timestamptz, used_after timestamptz, begun_after timestamptz)
    RETURNS TABLE (
        session_id uuid, account_id uuid, code text, stage text, begun_at timestamptz, used_at timestamptz,
        stepped_up_at timestamptz, is_stale boolean)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.session AS s SET used_at = greatest(s.used_at, at) FROM door.account AS a
    WHERE s.hash = token AND s.ended_at IS NULL AND a.account_id = s.account_id AND a.disabled_at IS NULL
        AND s.used_at > used_after AND s.begun_at > begun_after
    RETURNING s.session_id, s.account_id, a.code::text, s.stage, s.begun_at, s.used_at, s.stepped_up_at,
        coalesce(a.rights_changed_at > s.rotated_at, false);
END;
COMMENT ON FUNCTION door.use_session(bytea, timestamptz, timestamptz, timestamptz) IS
    'The session of a token, as long as it is neither ended, idle for too long nor too old.';

CREATE FUNCTION door.rotate_session(
    was bytea, becomes bytea, at timestamptz, at_stage text, stepped boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.session SET hash = becomes, rotated_at = at, stage = at_stage,
        stepped_up_at = CASE WHEN stepped THEN at ELSE stepped_up_at END
    WHERE hash = was AND ended_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.rotate_session(bytea, bytea, timestamptz, text, boolean) IS
    'Gives a session another token and stage; the old token opens nothing from then on.';

CREATE FUNCTION door.end_session(token bytea, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at) WHERE hash = token AND ended_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.end_session(bytea, timestamptz) IS 'Ends the session of a token.';

CREATE FUNCTION door.end_session_of(asked uuid, id uuid, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.session SET ended_at = greatest(at, begun_at)
    WHERE session_id = id AND account_id = asked AND ended_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.end_session_of(uuid, uuid, timestamptz) IS 'Ends one session of an account, by its id.';

CREATE FUNCTION door.sessions_of(asked uuid, used_after timestamptz, begun_after timestamptz)
    RETURNS TABLE (session_id uuid, stage text, begun_at timestamptz, used_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT s.session_id, s.stage, s.begun_at, s.used_at FROM door.session AS s
    WHERE s.account_id = asked AND s.ended_at IS NULL AND s.used_at > used_after AND s.begun_at > begun_after
    ORDER BY s.begun_at, s.session_id;
END;
COMMENT ON FUNCTION door.sessions_of(uuid, timestamptz, timestamptz) IS 'The sessions of an account that are open.';

-- One-time links

CREATE FUNCTION door.make_link(
    id uuid, asked uuid, token bytea, wanted text, at timestamptz, until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    -- Whoever asks for another link has lost the one before.
    UPDATE door.link SET used_at = at WHERE account_id = asked AND purpose = wanted AND used_at IS NULL;
    INSERT INTO door.link (link_id, account_id, hash, purpose, made_at, expires_at)
    VALUES (id, asked, token, wanted, at, until);
    SELECT door.tell(asked, 'link-made', at);
END;
COMMENT ON FUNCTION door.make_link(uuid, uuid, bytea, text, timestamptz, timestamptz) IS
    'Makes a link that opens an account once, in place of earlier ones.';

CREATE FUNCTION door.link_of(token bytea, at timestamptz) RETURNS TABLE (account_id uuid, purpose text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT l.account_id, l.purpose FROM door.link AS l JOIN door.account AS a USING (account_id)
    WHERE l.hash = token AND l.used_at IS NULL AND at < l.expires_at AND a.disabled_at IS NULL;
END;
COMMENT ON FUNCTION door.link_of(bytea, timestamptz) IS 'What a link would open; it is not used by asking.';

CREATE FUNCTION door.use_link(token bytea, at timestamptz) RETURNS TABLE (account_id uuid, purpose text)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.link AS l SET used_at = at FROM door.account AS a
    WHERE l.hash = token AND l.used_at IS NULL AND at < l.expires_at
        AND a.account_id = l.account_id AND a.disabled_at IS NULL
    RETURNING l.account_id, l.purpose;
END;
COMMENT ON FUNCTION door.use_link(bytea, timestamptz) IS 'Uses a link up.';

-- Tokens of the API

CREATE FUNCTION door.make_token(
    id uuid, asked uuid, called site.code, shown site.code, token bytea, allowed text[], at timestamptz,
    until timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.token (token_id, account_id, label, prefix, hash, actions, made_at, expires_at)
    VALUES (id, asked, called, shown, token, allowed, at, until);
    SELECT door.tell(asked, 'token-made', at);
END;
COMMENT ON FUNCTION door.make_token(uuid, uuid, site.code, site.code, bytea, text[], timestamptz, timestamptz) IS
    'Makes a token of the API.';

CREATE FUNCTION door.use_token(given bytea, at timestamptz)
    RETURNS TABLE (token_id uuid, account_id uuid, code text, actions text[])
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.token AS t SET used_at = at FROM door.account AS a
    WHERE t.hash = given AND t.revoked_at IS NULL AND at < t.expires_at
        AND a.account_id = t.account_id AND a.disabled_at IS NULL
    RETURNING t.token_id, t.account_id, a.code::text, t.actions;
END;
COMMENT ON FUNCTION door.use_token(bytea, timestamptz) IS 'Whose token it is and what it may do, while it holds.';

CREATE FUNCTION door.tokens_of(asked uuid)
    RETURNS TABLE (
        token_id uuid, label text, prefix text, actions text[], made_at timestamptz, expires_at timestamptz,
        used_at timestamptz, revoked_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT t.token_id, t.label::text, t.prefix::text, t.actions, t.made_at, t.expires_at, t.used_at, t.revoked_at
    FROM door.token AS t WHERE t.account_id = asked ORDER BY t.made_at, t.token_id;
END;
COMMENT ON FUNCTION door.tokens_of(uuid) IS 'The tokens of an account, without what opens them.';

CREATE FUNCTION door.revoke_token(asked uuid, shown site.code, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE door.token SET revoked_at = at WHERE account_id = asked AND prefix = shown AND revoked_at IS NULL;
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION door.revoke_token(uuid, site.code, timestamptz) IS 'Takes a token back, by its prefix.';

-- Throttling

CREATE FUNCTION door.lock_throttles(kinds text[], subjects bytea[], at timestamptz)
    RETURNS TABLE (kind text, subject bytea, failures integer, last_at timestamptz, free_at timestamptz)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.throttle (kind, subject, failures, last_at, free_at)
    SELECT asked.kind, asked.subject, 0, at, at FROM unnest(kinds, subjects) AS asked (kind, subject)
    ORDER BY asked.kind, asked.subject
    ON CONFLICT DO NOTHING;
    SELECT t.kind, t.subject, t.failures, t.last_at, t.free_at FROM door.throttle AS t
    WHERE (t.kind, t.subject) IN (SELECT a.kind, a.subject FROM unnest(kinds, subjects) AS a (kind, subject))
    ORDER BY t.kind, t.subject
    FOR UPDATE;
END;
COMMENT ON FUNCTION door.lock_throttles(text[], bytea[], timestamptz) IS
    'What is counted of these, locked until the transaction ends, so that guesses made at once are counted one by one.';

CREATE FUNCTION door.write_throttle(
    counted text, whom bytea, failed integer, at timestamptz, free timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.throttle SET failures = failed, last_at = at, free_at = free WHERE kind = counted AND subject = whom;
END;
COMMENT ON FUNCTION door.write_throttle(text, bytea, integer, timestamptz, timestamptz) IS
    'Counts a guess, or forgets the failures before.';

CREATE FUNCTION door.sweep(before timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    DELETE FROM door.throttle WHERE last_at < before AND free_at < before;
    DELETE FROM door.session WHERE used_at < before;
    DELETE FROM door.link WHERE expires_at < before;
    DELETE FROM door.device WHERE known_until < before;
END;
COMMENT ON FUNCTION door.sweep(timestamptz) IS 'Removes what was last of use before an instant.';

-- Notices

CREATE FUNCTION door.notices_of(asked uuid) RETURNS TABLE (notice_id uuid, kind text, made_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT n.notice_id, n.kind, n.made_at FROM door.notice AS n
    WHERE n.account_id = asked AND n.seen_at IS NULL ORDER BY n.made_at, n.notice_id;
END;
COMMENT ON FUNCTION door.notices_of(uuid) IS 'What the owner of an account has not seen yet.';

CREATE FUNCTION door.see_notices(asked uuid, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    UPDATE door.notice SET seen_at = at WHERE account_id = asked AND seen_at IS NULL AND made_at <= at;
END;
COMMENT ON FUNCTION door.see_notices(uuid, timestamptz) IS 'The owner has seen what there was to see.';

GRANT EXECUTE ON FUNCTION
    door.end_sessions(uuid, timestamptz),
    door.create_account(uuid, site.code, text, bytea, timestamptz),
    door.account_facts(uuid),
    door.accounts_of_site(integer),
    door.accounts(),
    door.change_address(uuid, text, bytea, timestamptz),
    door.disable_account(uuid, timestamptz),
    door.enable_account(uuid, timestamptz),
    door.rights_changed(uuid, timestamptz),
    door.grant_network(uuid, uuid, text, date, date, site.code, timestamptz),
    door.revoke_network(uuid, site.code, timestamptz),
    door.password_of(site.code),
    door.set_password(uuid, text, bytea, timestamptz),
    door.rehash_password(uuid, bytea, text, bytea),
    door.draft_factor(uuid, uuid, text, bytea, timestamptz),
    door.factor_of(uuid, boolean),
    door.confirm_factor(uuid, bigint, bytea[], timestamptz),
    door.use_step(uuid, bigint),
    door.make_recovery_codes(uuid, bytea[], timestamptz),
    door.use_recovery_code(uuid, bytea, timestamptz),
    door.device_of(site.code, bytea, timestamptz),
    door.know_device(uuid, uuid, bytea, timestamptz),
    door.begin_session(uuid, uuid, bytea, text, timestamptz, boolean),
    door.use_session(bytea, timestamptz, timestamptz, timestamptz),
    door.rotate_session(bytea, bytea, timestamptz, text, boolean),
    door.end_session(bytea, timestamptz),
    door.end_session_of(uuid, uuid, timestamptz),
    door.sessions_of(uuid, timestamptz, timestamptz),
    door.make_link(uuid, uuid, bytea, text, timestamptz, timestamptz),
    door.link_of(bytea, timestamptz),
    door.use_link(bytea, timestamptz),
    door.make_token(uuid, uuid, site.code, site.code, bytea, text[], timestamptz, timestamptz),
    door.use_token(bytea, timestamptz),
    door.tokens_of(uuid),
    door.revoke_token(uuid, site.code, timestamptz),
    door.lock_throttles(text[], bytea[], timestamptz),
    door.write_throttle(text, bytea, integer, timestamptz, timestamptz),
    door.sweep(timestamptz),
    door.notices_of(uuid),
    door.see_notices(uuid, timestamptz)
TO homeward_application;
