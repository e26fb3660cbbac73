-- Sites, their configuration as it was applied, and their teams.

CREATE SCHEMA site;
COMMENT ON SCHEMA site IS 'Licensed sites, how each is set up, and their teams.';
GRANT USAGE ON SCHEMA site TO homeward_application, homeward_reporting;

-- Byte order ("C"), so that a list of codes has the same order on every machine. The length is a check of its own
-- because a counted repetition in the pattern takes seven times as long, and every event pays it several times.
CREATE DOMAIN site.code AS text COLLATE "C"
    CONSTRAINT code_well_formed CHECK (octet_length(VALUE) <= 32 AND VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$');
COMMENT ON DOMAIN site.code IS
    'A code that people choose: of a site, team, member of staff, episode, child. No space: it would look like a name.';

CREATE DOMAIN site.term AS text COLLATE "C"
    CONSTRAINT term_well_formed CHECK (octet_length(VALUE) <= 64 AND VALUE ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$');
COMMENT ON DOMAIN site.term IS
    'A word from a closed list that the program or a model keeps: a kind, phase, reason, mode, status.';

CREATE TABLE site.site (
    site_id integer GENERATED ALWAYS AS IDENTITY,
    code site.code NOT NULL,
    name text NOT NULL,
    jurisdiction text COLLATE "C" NOT NULL,
    time_zone text COLLATE "C" NOT NULL,
    CONSTRAINT site_pkey PRIMARY KEY (site_id),
    CONSTRAINT site_code_key UNIQUE (code),
    CONSTRAINT site_name_present CHECK (name ~ '\S'),
    CONSTRAINT site_jurisdiction_known
        CHECK (jurisdiction IN ('england', 'wales', 'scotland', 'northern-ireland', 'ireland')),
    CONSTRAINT site_time_zone_well_formed CHECK (time_zone ~ '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$')
);
COMMENT ON TABLE site.site IS
    'A licensed site, the data controller. No row-level security: a command finds its scope here.';
COMMENT ON COLUMN site.site.time_zone IS
    'Name in the time-zone database, such as Europe/London; SQL never converts by it.';
GRANT SELECT, INSERT, UPDATE (name, jurisdiction, time_zone) ON site.site TO homeward_application;
GRANT SELECT ON site.site TO homeward_reporting;

CREATE FUNCTION site.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
END
$$;
COMMENT ON FUNCTION site.refuse_change() IS
    'Refuses UPDATE, DELETE and TRUNCATE of an append-only table, whoever asks, the owner too.';

CREATE TABLE site.configuration (
    site_id integer NOT NULL,
    version integer NOT NULL,
    applied_at timestamptz NOT NULL,
    applied_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT configuration_pkey PRIMARY KEY (site_id, version),
    CONSTRAINT configuration_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT configuration_version_positive CHECK (version >= 1),
    CONSTRAINT configuration_applied_at_finite CHECK (isfinite(applied_at)),
    CONSTRAINT configuration_checksum_is_sha256 CHECK (octet_length(checksum) = 32)
);
COMMENT ON TABLE site.configuration IS
    'Every site file as it was applied; append-only, the highest version is in force.';
COMMENT ON COLUMN site.configuration.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';
COMMENT ON COLUMN site.configuration.document IS 'The site file itself, word for word.';
ALTER TABLE site.configuration ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON site.configuration TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON site.configuration TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON site.configuration TO homeward_application;
CREATE TRIGGER configuration_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.configuration
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE TABLE site.team (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    code site.code NOT NULL,
    model_id site.term NOT NULL,
    started_on date NOT NULL,
    CONSTRAINT team_pkey PRIMARY KEY (site_id, team_id),
    CONSTRAINT team_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT team_code_key UNIQUE (site_id, code),
    CONSTRAINT team_started_on_finite CHECK (isfinite(started_on))
);
COMMENT ON TABLE site.team IS 'The teams that a site''s file names, each with the one model that it delivers.';
ALTER TABLE site.team ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON site.team TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON site.team TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (code, model_id, started_on) ON site.team TO homeward_application;
