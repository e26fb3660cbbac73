-- What one administrator does alone never makes them somebody else; and looks at the network's figures are sealed as looks
-- at a site are.

-- Whose hand replaced a part of what opens somebody else's account. The last time of each hand counts.
CREATE TABLE door.replacement (
    account_id uuid NOT NULL,
    part text COLLATE "C" NOT NULL,
    replaced_by site.code NOT NULL,
    replaced_at timestamptz NOT NULL,
    CONSTRAINT replacement_pkey PRIMARY KEY (account_id, part, replaced_by),
    CONSTRAINT replacement_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT replacement_part_known CHECK (part IN ('password', 'factor', 'subject')),
    CONSTRAINT replacement_at_finite CHECK (isfinite(replaced_at))
);
COMMENT ON TABLE door.replacement IS
    'Who replaced an account''s password or second factor in its owner''s place: the same hand does not replace the other.';

ALTER TABLE door.link ADD COLUMN made_by site.code;
COMMENT ON COLUMN door.link.made_by IS 'Whose hand made it; null for the programme''s, in invented networks.';
ALTER TABLE door.notice ADD COLUMN made_by site.code;
COMMENT ON COLUMN door.notice.made_by IS 'Whose hand did it; null for what the owner did.';
ALTER TABLE door.notice DROP CONSTRAINT notice_kind_known,
    ADD CONSTRAINT notice_kind_known CHECK (
        kind IN ('password-set', 'password-replaced', 'factor-set', 'factor-removed', 'factor-replaced',
            'recovery-code-used', 'recovery-codes-made', 'address-changed', 'link-made', 'token-made',
            'account-disabled', 'account-enabled', 'provider-linked'));

CREATE FUNCTION door.refused_replacement(asked uuid, wanted text, hand site.code, since timestamptz) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT CASE
        WHEN EXISTS (
            SELECT FROM door.replacement AS r
            WHERE r.account_id = asked AND r.part <> wanted AND r.replaced_by = hand AND r.replaced_at > since
        ) THEN 'same-hand'
        WHEN wanted = 'password' AND EXISTS (
            SELECT FROM door.replacement AS r WHERE r.account_id = asked AND r.part = 'factor' AND r.replaced_at > since
        ) AND NOT EXISTS (
            SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL
        ) THEN 'factor-missing'
        -- Whoever chose the first password of an account that a provider opens would choose the first factor, too.
        WHEN wanted = 'password' AND EXISTS (
            SELECT FROM access.provider_link AS l WHERE l.account_id = asked AND l.removed_at IS NULL
        ) AND NOT EXISTS (
            SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL
        ) THEN 'provider-opens'
    END;
END;
COMMENT ON FUNCTION door.refused_replacement(uuid, text, site.code, timestamptz) IS
    'Why a hand must not replace a part of what opens an account now; null where it may.';

CREATE FUNCTION door.note_replacement(asked uuid, wanted text, hand site.code, at timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    -- The first password of an account that nothing opens replaces nothing.
    IF NOT EXISTS (SELECT FROM door.password AS p WHERE p.account_id = asked)
        AND NOT EXISTS (SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM access.provider_link AS l WHERE l.account_id = asked AND l.removed_at IS NULL)
    THEN
        RETURN;
    END IF;
    INSERT INTO door.replacement (account_id, part, replaced_by, replaced_at) VALUES (asked, wanted, hand, at)
    ON CONFLICT ON CONSTRAINT replacement_pkey DO UPDATE SET replaced_at = excluded.replaced_at;
    INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
    VALUES (gen_random_uuid(), asked, wanted || '-replaced', at, hand);
END
$$;
COMMENT ON FUNCTION door.note_replacement(uuid, text, site.code, timestamptz) IS
    'Keeps whose hand replaced a part of what opens an account, and tells its owner.';

DROP FUNCTION door.make_link(uuid, uuid, bytea, text, timestamptz, timestamptz);
CREATE FUNCTION door.make_link(
    id uuid, asked uuid, token bytea, wanted text, at timestamptz, until timestamptz, hand site.code, since timestamptz)
    RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    refused text;
BEGIN
    -- Locked: of two links that are made or used at once, the second sees what the first did.
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    IF wanted IN ('set-up', 'new-factor') AND hand IS NOT NULL THEN
        refused := door.refused_replacement(
            asked, CASE wanted WHEN 'set-up' THEN 'password' ELSE 'factor' END, hand, since);
        IF refused IS NOT NULL THEN
            RETURN refused;
        END IF;
    END IF;
    -- Whoever asks for another link has lost the one before; and no two links together replace password and factor.
    UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
    INSERT INTO door.link (link_id, account_id, hash, purpose, made_at, expires_at, made_by)
    VALUES (id, asked, token, wanted, at, until, hand);
    INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
    VALUES (gen_random_uuid(), asked, 'link-made', at, hand);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION door.make_link(uuid, uuid, bytea, text, timestamptz, timestamptz, site.code, timestamptz) IS
    'Makes a link that opens an account once, in place of earlier ones; or says why this hand must not.';

DROP FUNCTION door.use_link(bytea, timestamptz);
CREATE FUNCTION door.use_link(token bytea, at timestamptz) RETURNS TABLE (account_id uuid, purpose text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found_link door.link;
BEGIN
    SELECT l.* INTO found_link FROM door.link AS l WHERE l.hash = token AND l.used_at IS NULL AND at < l.expires_at;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM FROM door.account AS a WHERE a.account_id = found_link.account_id AND a.disabled_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    UPDATE door.link AS l SET used_at = at WHERE l.link_id = found_link.link_id AND l.used_at IS NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF found_link.purpose IN ('set-up', 'new-factor') AND found_link.made_by IS NOT NULL THEN
        PERFORM door.note_replacement(
            found_link.account_id, CASE found_link.purpose WHEN 'set-up' THEN 'password' ELSE 'factor' END,
            found_link.made_by, at);
    END IF;
    RETURN QUERY SELECT found_link.account_id, found_link.purpose;
END
$$;
COMMENT ON FUNCTION door.use_link(bytea, timestamptz) IS
    'Uses a link up, and keeps whose hand it replaced a part of the account with.';

CREATE FUNCTION door.replace_password(asked uuid, hand site.code, at timestamptz, since timestamptz) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    refused text;
BEGIN
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    refused := door.refused_replacement(asked, 'password', hand, since);
    IF refused IS NULL THEN
        -- No link that is out replaces the factor besides.
        UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
        PERFORM door.note_replacement(asked, 'password', hand, at);
    END IF;
    RETURN refused;
END
$$;
COMMENT ON FUNCTION door.replace_password(uuid, site.code, timestamptz, timestamptz) IS
    'Keeps that a hand is about to replace a password, or says why it must not.';

-- A provider that is linked opens an account at once. Where anything opens it already, two hands ask for the same link.
CREATE TABLE door.subject_wish (
    account_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    subject_index bytea NOT NULL,
    wished_by site.code NOT NULL,
    wished_at timestamptz NOT NULL,
    CONSTRAINT subject_wish_pkey PRIMARY KEY (account_id, provider_id, subject_index, wished_by),
    CONSTRAINT subject_wish_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT subject_wish_provider_fkey FOREIGN KEY (provider_id) REFERENCES access.provider (provider_id),
    CONSTRAINT subject_wish_index_is_a_digest CHECK (octet_length(subject_index) = 32),
    CONSTRAINT subject_wish_at_finite CHECK (isfinite(wished_at))
);
COMMENT ON TABLE door.subject_wish IS
    'Which subject a hand wants a provider to open an account by: it does when another hand asks for the same.';
COMMENT ON COLUMN door.subject_wish.subject_index IS 'Keyed hash of issuer and subject; neither stands here.';

CREATE FUNCTION door.wish_subject(
    asked uuid, provider uuid, subject bytea, hand site.code, at timestamptz, since timestamptz) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM FROM door.account WHERE account_id = asked FOR UPDATE;
    IF EXISTS (
        SELECT FROM access.provider_link AS l
        WHERE l.provider_id = provider AND l.removed_at IS NULL AND (l.account_id = asked OR l.subject_index = subject))
    THEN
        RETURN 'linked';
    END IF;
    IF NOT EXISTS (SELECT FROM door.password AS p WHERE p.account_id = asked)
        AND NOT EXISTS (SELECT FROM door.factor AS f WHERE f.account_id = asked AND f.confirmed_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM access.provider_link AS l WHERE l.account_id = asked)
    THEN
        -- Who opens an account by a provider is not to find that its owner chooses a password after all.
        UPDATE door.link SET used_at = at WHERE account_id = asked AND used_at IS NULL;
        INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
        VALUES (gen_random_uuid(), asked, 'provider-linked', at, hand);
        RETURN NULL;
    END IF;
    DELETE FROM door.subject_wish AS w
    WHERE w.account_id = asked AND w.provider_id = provider AND w.subject_index = subject AND w.wished_by <> hand
        AND w.wished_at > since;
    IF FOUND THEN
        INSERT INTO door.notice (notice_id, account_id, kind, made_at, made_by)
        VALUES (gen_random_uuid(), asked, 'provider-linked', at, hand);
        RETURN NULL;
    END IF;
    INSERT INTO door.subject_wish (account_id, provider_id, subject_index, wished_by, wished_at)
    VALUES (asked, provider, subject, hand, at)
    ON CONFLICT ON CONSTRAINT subject_wish_pkey DO UPDATE SET wished_at = excluded.wished_at;
    RETURN 'wished';
END
$$;
COMMENT ON FUNCTION door.wish_subject(uuid, uuid, bytea, site.code, timestamptz, timestamptz) IS
    'Whether a provider may be linked to an account now: null, or that it is linked, or that another hand has to ask, too.';

CREATE FUNCTION door.note_unlinking(asked uuid, hand site.code, at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.replacement (account_id, part, replaced_by, replaced_at) VALUES (asked, 'subject', hand, at)
    ON CONFLICT ON CONSTRAINT replacement_pkey DO UPDATE SET replaced_at = excluded.replaced_at;
END;
COMMENT ON FUNCTION door.note_unlinking(uuid, site.code, timestamptz) IS
    'Keeps whose hand took a provider away from an account: the same hand replaces neither password nor factor.';

DROP FUNCTION door.notices_of(uuid);
CREATE FUNCTION door.notices_of(asked uuid)
    RETURNS TABLE (notice_id uuid, kind text, made_at timestamptz, made_by text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT n.notice_id, n.kind, n.made_at, n.made_by::text FROM door.notice AS n
    WHERE n.account_id = asked AND n.seen_at IS NULL ORDER BY n.made_at, n.notice_id;
END;
COMMENT ON FUNCTION door.notices_of(uuid) IS 'What the owner of an account has not seen yet.';

-- Seals over looks at figures of the network: made as those of a site are, under a key of their own.

CREATE TABLE door.network_seal (
    number bigint NOT NULL,
    from_arrival bigint NOT NULL,
    through_arrival bigint NOT NULL,
    rows integer NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT network_seal_pkey PRIMARY KEY (number),
    CONSTRAINT network_seal_number_positive CHECK (number >= 1),
    CONSTRAINT network_seal_ends_after_it_begins CHECK (through_arrival >= from_arrival),
    CONSTRAINT network_seal_of_something CHECK (rows >= 1),
    CONSTRAINT network_seal_leaf_for_each_row CHECK (octet_length(leaves) = 24 * rows),
    CONSTRAINT network_seal_root_is_sha256 CHECK (octet_length(root) = 32),
    CONSTRAINT network_seal_sealed_at_finite CHECK (isfinite(sealed_at)),
    CONSTRAINT network_seal_code_is_sha256 CHECK (octet_length(code) = 32)
);
COMMENT ON TABLE door.network_seal IS
    'What covers looks at figures of the network, from one arrival through another; append-only, without a gap.';
COMMENT ON COLUMN door.network_seal.leaves IS
    'For each row eight bytes of its arrival and sixteen of the HMAC-SHA-256 over all its columns.';
COMMENT ON COLUMN door.network_seal.key_id IS 'The key, which lies outside the database.';
COMMENT ON COLUMN door.network_seal.code IS
    'HMAC-SHA-256 over all other columns but the leaves, and over the code before it.';
CREATE TRIGGER network_seal_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON door.network_seal
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE FUNCTION door.network_seals(first bigint, most bigint)
    RETURNS TABLE (
        number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea,
        sealed_at timestamptz, key_id text, code bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT s.number, s.from_arrival, s.through_arrival, s.rows, s.leaves, s.root, s.sealed_at, s.key_id::text, s.code
    FROM door.network_seal AS s WHERE s.number >= first ORDER BY s.number LIMIT most;
END;
COMMENT ON FUNCTION door.network_seals(bigint, bigint) IS 'The seals of the network from a number on, in their order.';

CREATE FUNCTION door.last_network_seals()
    RETURNS TABLE (
        number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea,
        sealed_at timestamptz, key_id text, code bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT s.number, s.from_arrival, s.through_arrival, s.rows, s.leaves, s.root, s.sealed_at, s.key_id::text, s.code
    FROM door.network_seal AS s ORDER BY s.number DESC LIMIT 2;
END;
COMMENT ON FUNCTION door.last_network_seals() IS 'The last two seals of the network, the last one first.';

CREATE FUNCTION door.keep_network_seal(
    number bigint, from_arrival bigint, through_arrival bigint, rows integer, leaves bytea, root bytea,
    sealed_at timestamptz, key_id site.term, code bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.network_seal VALUES (
        number, from_arrival, through_arrival, rows, leaves, root, sealed_at, key_id, code);
END;
COMMENT ON FUNCTION door.keep_network_seal(
    bigint, bigint, bigint, integer, bytea, bytea, timestamptz, site.term, bytea) IS 'Keeps a seal of the network.';

CREATE FUNCTION door.network_rows(first bigint, last bigint, most bigint) RETURNS TABLE (arrival bigint, line text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT l.arrival, ROW('network-look'::text, l.arrival, (extract(epoch FROM l.at) * 1000000)::bigint, l.account_id,
        l.actor, l.way, l.action, l.outcome, l.rows, l.reference)::text
    FROM door.network_look AS l WHERE l.arrival BETWEEN first AND last ORDER BY l.arrival LIMIT most;
END;
COMMENT ON FUNCTION door.network_rows(bigint, bigint, bigint) IS
    'Looks at figures of the network as they are sealed, in the order in which they arrived.';

CREATE FUNCTION door.network_rows_after(last bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT count(*) FROM door.network_look AS l WHERE l.arrival > last;
END;
COMMENT ON FUNCTION door.network_rows_after(bigint) IS 'How many looks at figures of the network came after a place.';

GRANT EXECUTE ON FUNCTION
    door.make_link(uuid, uuid, bytea, text, timestamptz, timestamptz, site.code, timestamptz),
    door.use_link(bytea, timestamptz),
    door.replace_password(uuid, site.code, timestamptz, timestamptz),
    door.wish_subject(uuid, uuid, bytea, site.code, timestamptz, timestamptz),
    door.note_unlinking(uuid, site.code, timestamptz),
    door.notices_of(uuid),
    door.network_seals(bigint, bigint),
    door.last_network_seals(),
    door.keep_network_seal(bigint, bigint, bigint, integer, bytea, bytea, timestamptz, site.term, bytea),
    door.network_rows(bigint, bigint, bigint),
    door.network_rows_after(bigint)
TO homeward_application;
