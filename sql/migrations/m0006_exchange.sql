-- Files that were taken in, and what each of their rows said last.

CREATE SCHEMA exchange;
COMMENT ON SCHEMA exchange IS 'Files in: which were imported, and the last imported values of each row.';
GRANT USAGE ON SCHEMA exchange TO homeward_application;

CREATE TABLE exchange.import (
    site_id integer NOT NULL,
    import_id uuid NOT NULL,
    kind site.term NOT NULL,
    file_digest bytea NOT NULL,
    rows integer NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by site.code NOT NULL,
    CONSTRAINT import_pkey PRIMARY KEY (site_id, import_id),
    CONSTRAINT import_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT import_file_digest_is_sha256 CHECK (octet_length(file_digest) = 32),
    CONSTRAINT import_rows_not_negative CHECK (rows >= 0),
    CONSTRAINT import_imported_at_finite CHECK (isfinite(imported_at))
);
COMMENT ON TABLE exchange.import IS 'One row a file that was imported; append-only.';
COMMENT ON COLUMN exchange.import.file_digest IS 'SHA-256 of the file''s bytes.';
COMMENT ON COLUMN exchange.import.rows IS 'Rows of the file that were taken.';
ALTER TABLE exchange.import ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON exchange.import TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON exchange.import TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON exchange.import TO homeward_application;
CREATE TRIGGER import_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.import
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE TABLE exchange.imported_row (
    site_id integer NOT NULL,
    kind site.term NOT NULL,
    row_key bytea NOT NULL,
    sealed bytea NOT NULL,
    key_id site.term NOT NULL,
    import_id uuid NOT NULL,
    stream_id uuid NOT NULL,
    CONSTRAINT imported_row_pkey PRIMARY KEY (site_id, kind, row_key),
    CONSTRAINT imported_row_import_fkey FOREIGN KEY (site_id, import_id)
        REFERENCES exchange.import (site_id, import_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT imported_row_key_is_digest CHECK (octet_length(row_key) = 32),
    CONSTRAINT imported_row_sealed_long_enough CHECK (octet_length(sealed) >= 28)
);
COMMENT ON TABLE exchange.imported_row IS
    'What a row said when it was last imported, sealed: the base of the three-way comparison.';
COMMENT ON COLUMN exchange.imported_row.row_key IS 'Blind index of the row''s own reference.';
COMMENT ON COLUMN exchange.imported_row.import_id IS 'The import that wrote these values.';
COMMENT ON COLUMN exchange.imported_row.stream_id IS
    'The child, episode or team that the row is about, so that the row goes with it.';
CREATE INDEX imported_row_of_stream ON exchange.imported_row (site_id, stream_id);
ALTER TABLE exchange.imported_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON exchange.imported_row TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON exchange.imported_row TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (sealed, key_id, import_id, stream_id) ON exchange.imported_row TO homeward_application;
