-- Definitions of instruments as a site has loaded them. Their wording is licensed to the site: it leaves this table for the
-- site's own forms and for nothing else, and the reporting role has no right to it.

CREATE TABLE site.instrument_definition (
    site_id integer NOT NULL,
    instrument_id site.term NOT NULL,
    version integer NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT instrument_definition_pkey PRIMARY KEY (site_id, instrument_id, version),
    CONSTRAINT instrument_definition_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT instrument_definition_version_positive CHECK (version >= 1),
    CONSTRAINT instrument_definition_loaded_at_finite CHECK (isfinite(loaded_at)),
    CONSTRAINT instrument_definition_checksum_is_sha256 CHECK (octet_length(checksum) = 32)
);
COMMENT ON TABLE site.instrument_definition IS
    'Every definition of an instrument that a site loaded; append-only, of each instrument the highest version is in force.';
COMMENT ON COLUMN site.instrument_definition.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';
COMMENT ON COLUMN site.instrument_definition.document IS
    'The file itself, word for word: wording that is licensed to the site.';
ALTER TABLE site.instrument_definition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON site.instrument_definition TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON site.instrument_definition TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON site.instrument_definition TO homeward_application;
CREATE TRIGGER instrument_definition_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.instrument_definition
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
