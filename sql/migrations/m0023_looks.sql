-- The access log: who saw, searched, took out or changed what, and by which relation.

-- One line of numbers for looks and events, over all sites. The transaction has its own number before it draws one: when
-- all transactions that began before some moment have ended, no number that was drawn before it is still to come.
CREATE SEQUENCE access.arrival_seq AS bigint;
COMMENT ON SEQUENCE access.arrival_seq IS
    'The order in which looks and events arrive; with gaps, where a transaction was given up.';
GRANT USAGE, SELECT ON SEQUENCE access.arrival_seq TO homeward_application;

-- No foreign key to the site: it would lock the site's row for every look, and the scope says which site it is.
CREATE TABLE access.look (
    site_id integer NOT NULL,
    arrival bigint NOT NULL
        DEFAULT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('access.arrival_seq') END,
    at timestamptz NOT NULL,
    account_id uuid,
    actor site.code NOT NULL,
    way text COLLATE "C" NOT NULL,
    cover_for site.code,
    action site.term NOT NULL,
    relation text COLLATE "C" NOT NULL,
    target text COLLATE "C" NOT NULL,
    target_id uuid,
    outcome text COLLATE "C" NOT NULL,
    rows bigint,
    reference site.term,
    CONSTRAINT look_pkey PRIMARY KEY (site_id, arrival),
    CONSTRAINT look_at_finite CHECK (isfinite(at)),
    CONSTRAINT look_way_known CHECK (way IN ('programme', 'operator', 'session', 'token', 'command-line')),
    CONSTRAINT look_account_when_signed_in CHECK ((account_id IS NULL) = (way IN ('programme', 'operator'))),
    CONSTRAINT look_relation_known CHECK (
        relation IN (
            'own-episode', 'own-team', 'own-site', 'on-call', 'break-glass', 'network', 'self', 'programme')
    ),
    CONSTRAINT look_target_known CHECK (target IN ('site', 'episode', 'child', 'person', 'team', 'account')),
    CONSTRAINT look_target_named CHECK ((target_id IS NULL) = (target = 'site')),
    CONSTRAINT look_outcome_known CHECK (outcome IN ('allowed', 'refused')),
    CONSTRAINT look_rows_not_negative CHECK (rows >= 0)
);
COMMENT ON TABLE access.look IS
    'Every look at something identifiable, allowed or refused; append-only. Codes and ids only, never a name.';
COMMENT ON COLUMN access.look.arrival IS 'Its place in the order of looks and events, by which it is sealed.';
COMMENT ON COLUMN access.look.actor IS 'The code of the account; programme or operator where nobody signed in.';
COMMENT ON COLUMN access.look.way IS 'By which way it was asked.';
COMMENT ON COLUMN access.look.cover_for IS 'For whom, when the right to look was cover.';
COMMENT ON COLUMN access.look.relation IS 'Why: how they stand to what they looked at.';
COMMENT ON COLUMN access.look.rows IS 'How many rows it gave, where it gave rows.';
COMMENT ON COLUMN access.look.reference IS 'What the person was told to quote, where they were told something.';
CREATE INDEX look_target_idx ON access.look (site_id, target_id, arrival) WHERE target_id IS NOT NULL;
CREATE INDEX look_at_idx ON access.look (site_id, at);
ALTER TABLE access.look ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.look TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.look TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access.look TO homeward_application;
CREATE TRIGGER look_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON access.look
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE TABLE door.network_look (
    arrival bigint NOT NULL
        DEFAULT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('access.arrival_seq') END,
    at timestamptz NOT NULL,
    account_id uuid,
    actor site.code NOT NULL,
    way text COLLATE "C" NOT NULL,
    action site.term NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    rows bigint,
    reference site.term,
    CONSTRAINT network_look_pkey PRIMARY KEY (arrival),
    CONSTRAINT network_look_at_finite CHECK (isfinite(at)),
    CONSTRAINT network_look_way_known CHECK (way IN ('programme', 'operator', 'session', 'token', 'command-line')),
    CONSTRAINT network_look_account_when_signed_in
        CHECK ((account_id IS NULL) = (way IN ('programme', 'operator'))),
    CONSTRAINT network_look_outcome_known CHECK (outcome IN ('allowed', 'refused')),
    CONSTRAINT network_look_rows_not_negative CHECK (rows >= 0)
);
COMMENT ON TABLE door.network_look IS
    'Looks at figures of the network, which belong to no site; append-only. Nobody is identifiable there.';
CREATE TRIGGER network_look_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON door.network_look
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE FUNCTION door.look_at_network(
    moment timestamptz, asker uuid, actor site.code, way text, reference site.term, actions site.term[], outcomes text[],
    counts bigint[]
) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    INSERT INTO door.network_look (at, account_id, actor, way, action, outcome, rows, reference)
    SELECT moment, asker, actor, way, u.action, u.outcome, u.rows, reference
    FROM unnest(actions, outcomes, counts) AS u(action, outcome, rows);
END;
COMMENT ON FUNCTION door.look_at_network(timestamptz, uuid, site.code, text, site.term, site.term[], text[], bigint[]) IS
    'Writes looks at figures of the network.';
GRANT EXECUTE
    ON FUNCTION door.look_at_network(timestamptz, uuid, site.code, text, site.term, site.term[], text[], bigint[])
    TO homeward_application;

CREATE FUNCTION door.network_looks(
    later bigint, account text, wanted text, ending text, since timestamptz, before timestamptz, most bigint
) RETURNS TABLE (
    arrival bigint, at timestamptz, actor site.code, way text, action site.term, outcome text, rows bigint,
    reference site.term
)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT l.arrival, l.at, l.actor, l.way, l.action, l.outcome, l.rows, l.reference
    FROM door.network_look AS l
    WHERE l.arrival > later AND (account IS NULL OR l.actor = account) AND (wanted IS NULL OR l.action = wanted)
        AND (ending IS NULL OR l.outcome = ending) AND (since IS NULL OR l.at >= since)
        AND (before IS NULL OR l.at < before)
    ORDER BY l.arrival LIMIT most;
END;
COMMENT ON FUNCTION door.network_looks(bigint, text, text, text, timestamptz, timestamptz, bigint) IS
    'Looks at figures of the network after a place, in the order in which they arrived.';
GRANT EXECUTE ON FUNCTION door.network_looks(bigint, text, text, text, timestamptz, timestamptz, bigint)
    TO homeward_application;

-- Records opened in an emergency. The reason lies sealed among the narratives. Whoever opens one has looked: the look
-- stands in the same transaction, or neither stands.
CREATE TABLE access.glass (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    actor site.code NOT NULL,
    episode_id uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    reason_id uuid NOT NULL,
    reason_commitment bytea NOT NULL,
    reviewed_by site.code,
    reviewed_at timestamptz,
    closed_at timestamptz,
    CONSTRAINT glass_pkey PRIMARY KEY (site_id, account_id, episode_id, opened_at),
    CONSTRAINT glass_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT glass_reason_fkey FOREIGN KEY (site_id, reason_id)
        REFERENCES narrative.text (site_id, narrative_id),
    CONSTRAINT glass_ends_after_it_begins CHECK (until_at > opened_at),
    CONSTRAINT glass_ends_within_days CHECK (until_at <= opened_at + interval '24 hours'),
    CONSTRAINT glass_reason_commitment_is_sha256 CHECK (octet_length(reason_commitment) = 32),
    CONSTRAINT glass_reviewed_as_one CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    CONSTRAINT glass_reviewed_after_opened CHECK (reviewed_at >= opened_at),
    CONSTRAINT glass_reviewed_by_another CHECK (reviewed_by <> actor),
    CONSTRAINT glass_closed_in_its_time CHECK (closed_at >= opened_at AND closed_at < until_at)
);
COMMENT ON TABLE access.glass IS 'Who opened an episode in an emergency, with which reason and until when; never deleted.';
COMMENT ON COLUMN access.glass.reason_id IS 'The reason, sealed in narrative.text.';
COMMENT ON COLUMN access.glass.reviewed_by IS 'Who looked into it afterwards: somebody else.';
COMMENT ON COLUMN access.glass.closed_at IS 'When whoever opened it needed it no more; null while it ends by itself.';
CREATE INDEX glass_episode_idx ON access.glass (site_id, episode_id, until_at);
ALTER TABLE access.glass ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.glass TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.glass TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (reviewed_by, reviewed_at, closed_at) ON access.glass TO homeward_application;

CREATE FUNCTION access.demand_look_of_glass() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM access.look AS l
        WHERE l.site_id = NEW.site_id AND l.target_id = NEW.episode_id AND l.account_id = NEW.account_id
            AND l.action = 'access.break-glass' AND l.outcome = 'allowed'
            AND l.at BETWEEN NEW.opened_at AND NEW.opened_at + interval '1 minute'
    ) THEN
        RAISE EXCEPTION 'an episode is opened in an emergency without a look'
            USING ERRCODE = 'integrity_constraint_violation', SCHEMA = 'access', TABLE = 'glass',
                CONSTRAINT = 'glass_is_looked';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION access.demand_look_of_glass() IS
    'Refuses, when the transaction ends, an emergency that the access log knows nothing of.';
CREATE CONSTRAINT TRIGGER glass_is_looked
    AFTER INSERT ON access.glass DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION access.demand_look_of_glass();

CREATE FUNCTION access.open_glass(asked uuid, moment timestamptz) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT DISTINCT g.episode_id FROM access.glass AS g
    WHERE g.account_id = asked AND g.opened_at <= moment AND moment < coalesce(g.closed_at, g.until_at);
END;
COMMENT ON FUNCTION access.open_glass(uuid, timestamptz) IS
    'The episodes that an account has open in an emergency at a moment, in the site of the transaction.';
GRANT EXECUTE ON FUNCTION access.open_glass(uuid, timestamptz) TO homeward_application;

