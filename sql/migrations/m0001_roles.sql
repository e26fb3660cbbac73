-- The ledger, what each role may do by default, and the one extension.
--
-- Roles belong to the cluster and not to this database: the migrator makes `homeward_owner`, `homeward_application`
-- and `homeward_reporting` when they are missing, before it runs this file. Every file runs as `homeward_owner`,
-- which cannot log in and owns everything made here.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA schema;
COMMENT ON SCHEMA schema IS 'What has been applied to this database.';
GRANT USAGE ON SCHEMA schema TO homeward_application;

CREATE TABLE schema.ledger (
    name text COLLATE "C" NOT NULL,
    checksum bytea NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    CONSTRAINT ledger_pkey PRIMARY KEY (name),
    CONSTRAINT ledger_name_well_formed CHECK (name ~ '^m[0-9]{4}_[a-z0-9_]{1,59}$'),
    CONSTRAINT ledger_checksum_is_sha256 CHECK (octet_length(checksum) = 32)
);
COMMENT ON TABLE schema.ledger IS 'One row for each migration file that was applied; forward only.';
COMMENT ON COLUMN schema.ledger.name IS 'The file''s name without its ending, such as m0003_record.';
COMMENT ON COLUMN schema.ledger.checksum IS 'SHA-256 of the file''s bytes as they were applied.';
GRANT SELECT ON schema.ledger TO homeward_application;

CREATE SCHEMA extension;
COMMENT ON SCHEMA extension IS 'What extensions bring, apart from our own names.';
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA extension;
