-- Models that are text files, as they were applied: what episodes run under outlives the folder that a file came from.

CREATE TABLE site.declared_model (
    model_id site.term NOT NULL,
    version integer NOT NULL,
    applied_at timestamptz NOT NULL,
    applied_by site.code NOT NULL,
    checksum bytea NOT NULL,
    document text NOT NULL,
    CONSTRAINT declared_model_pkey PRIMARY KEY (model_id, version),
    CONSTRAINT declared_model_id_well_formed CHECK (model_id ~ '^[a-z0-9][a-z0-9_-]*$'),
    CONSTRAINT declared_model_version_positive CHECK (version >= 1),
    CONSTRAINT declared_model_applied_at_finite CHECK (isfinite(applied_at)),
    CONSTRAINT declared_model_checksum_of_document CHECK (checksum = sha256(convert_to(document, 'UTF8')))
);
COMMENT ON TABLE site.declared_model IS
    'Every declared model as it was applied; append-only. It holds no family: no row-level security, all sites read it.';
COMMENT ON COLUMN site.declared_model.checksum IS 'SHA-256 of the document''s bytes in UTF-8.';
COMMENT ON COLUMN site.declared_model.document IS 'The model''s file itself, word for word.';
GRANT SELECT, INSERT ON site.declared_model TO homeward_application;
CREATE TRIGGER declared_model_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.declared_model
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
