-- Accounts, what they are granted, and who is barred from an episode.
--
-- Accounts belong to no site: somebody signs in before the site is known. The application reads nothing of `door` itself;
-- it asks functions there, which run as the owner, have a fixed search path and answer ids, sites and expiries.

CREATE SCHEMA door;
COMMENT ON SCHEMA door IS
    'What is asked before the site is known: accounts and what opens them. Read and written by functions alone.';
GRANT USAGE ON SCHEMA door TO homeward_application;

CREATE TABLE door.account (
    account_id uuid NOT NULL,
    code site.code NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    rights_changed_at timestamptz,
    CONSTRAINT account_pkey PRIMARY KEY (account_id),
    CONSTRAINT account_code_key UNIQUE (code),
    CONSTRAINT account_sealed_long_enough CHECK (octet_length(sealed) >= 28),
    CONSTRAINT account_created_at_finite CHECK (isfinite(created_at)),
    CONSTRAINT account_disabled_after_created CHECK (disabled_at >= created_at)
);
COMMENT ON TABLE door.account IS 'Those who can sign in. No row-level security: it belongs to no site, and nobody may read it.';
COMMENT ON COLUMN door.account.code IS 'What they sign in with; never a name or an address.';
COMMENT ON COLUMN door.account.rights_changed_at IS 'When a grant was last given or taken; sessions older than it get a new token.';
COMMENT ON COLUMN door.account.sealed IS 'Name and e-mail address, sealed.';

CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Who may see what at a site, who did, and the proof of it.';
GRANT USAGE ON SCHEMA access TO homeward_application;

-- A grant of a role of the network has no site; it stands in a table of its own, so that every row here has one.
CREATE TABLE access.site_grant (
    site_id integer NOT NULL,
    grant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    team_id uuid,
    staff site.code,
    from_day date NOT NULL,
    through_day date,
    cover_for site.code,
    granted_by site.code NOT NULL,
    granted_at timestamptz NOT NULL,
    revoked_by site.code,
    revoked_at timestamptz,
    CONSTRAINT site_grant_pkey PRIMARY KEY (site_id, grant_id),
    CONSTRAINT site_grant_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT site_grant_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT site_grant_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team (site_id, team_id),
    CONSTRAINT site_grant_role_known CHECK (
        role IN (
            'therapist', 'supervisor', 'mst-expert', 'site-manager', 'interviewer', 'information-governance-officer',
            'administrator')
    ),
    CONSTRAINT site_grant_ends_after_it_begins CHECK (through_day >= from_day),
    CONSTRAINT site_grant_cover_ends CHECK (cover_for IS NULL OR through_day IS NOT NULL),
    CONSTRAINT site_grant_revoked_after_granted CHECK (revoked_at IS NULL OR revoked_at >= granted_at),
    CONSTRAINT site_grant_revoked_as_one CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
COMMENT ON TABLE access.site_grant IS 'Roles of accounts at a site or in one of its teams, between two days; never deleted.';
COMMENT ON COLUMN access.site_grant.staff IS 'The code under which they are allocated episodes and named in events.';
COMMENT ON COLUMN access.site_grant.cover_for IS 'Whom they stand in for; cover has a last day and ends by itself.';
ALTER TABLE access.site_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.site_grant TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.site_grant TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (revoked_by, revoked_at) ON access.site_grant TO homeward_application;
CREATE INDEX site_grant_account_idx ON access.site_grant (account_id);

CREATE TABLE door.network_grant (
    grant_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    from_day date NOT NULL,
    through_day date,
    granted_by site.code NOT NULL,
    granted_at timestamptz NOT NULL,
    revoked_by site.code,
    revoked_at timestamptz,
    CONSTRAINT network_grant_pkey PRIMARY KEY (grant_id),
    CONSTRAINT network_grant_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT network_grant_role_known CHECK (role IN ('network-analyst', 'commissioner')),
    CONSTRAINT network_grant_ends_after_it_begins CHECK (through_day >= from_day),
    CONSTRAINT network_grant_revoked_as_one CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
COMMENT ON TABLE door.network_grant IS 'Roles of the network, between two days; never deleted.';

CREATE TABLE access.bar (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    barred_by site.code NOT NULL,
    barred_at timestamptz NOT NULL,
    lifted_by site.code,
    lifted_at timestamptz,
    CONSTRAINT bar_pkey PRIMARY KEY (site_id, account_id, episode_id, barred_at),
    CONSTRAINT bar_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT bar_episode_fkey FOREIGN KEY (site_id, episode_id) REFERENCES record.episode (site_id, episode_id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT bar_lifted_as_one CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)),
    CONSTRAINT bar_lifted_after_barred CHECK (lifted_at >= barred_at)
);
COMMENT ON TABLE access.bar IS 'Who must not see an episode, whatever role they have: they know the family.';
ALTER TABLE access.bar ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.bar TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.bar TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at) ON access.bar TO homeward_application;

-- What is asked before the site is known.

CREATE FUNCTION door.account_of(asked site.code) RETURNS TABLE (account_id uuid, disabled boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT a.account_id, a.disabled_at IS NOT NULL FROM door.account AS a WHERE a.code = asked;
END;
COMMENT ON FUNCTION door.account_of(site.code) IS 'The account of a code.';
GRANT EXECUTE ON FUNCTION door.account_of(site.code) TO homeward_application;

CREATE FUNCTION door.grants_of(asked uuid)
    RETURNS TABLE (
        grant_id uuid, role text, site_id integer, team_id uuid, staff text, from_day date, through_day date, cover_for text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT g.grant_id, g.role, g.site_id, g.team_id, g.staff::text, g.from_day, g.through_day, g.cover_for::text
    FROM access.site_grant AS g WHERE g.account_id = asked AND g.revoked_at IS NULL
    UNION ALL
    SELECT n.grant_id, n.role, NULL, NULL, NULL, n.from_day, n.through_day, NULL
    FROM door.network_grant AS n WHERE n.account_id = asked AND n.revoked_at IS NULL;
END;
COMMENT ON FUNCTION door.grants_of(uuid) IS 'What an account is granted, at all sites and in the network.';
GRANT EXECUTE ON FUNCTION door.grants_of(uuid) TO homeward_application;
