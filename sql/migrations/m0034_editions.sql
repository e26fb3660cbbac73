-- Editions: figures that were frozen, checked for what can be worked out from them, and given out. They belong to the
-- network, not to a site, and name nobody.

CREATE SCHEMA edition;
COMMENT ON SCHEMA edition IS 'Frozen figures of the network, and what later ones are checked together with.';
GRANT USAGE ON SCHEMA edition TO homeward_application, homeward_reporting;

CREATE TABLE edition.edition (
    edition_no integer NOT NULL,
    profile text COLLATE "C" NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    restates integer,
    data_cut timestamptz NOT NULL,
    document text NOT NULL,
    hash text COLLATE "C" NOT NULL,
    frozen_at timestamptz NOT NULL,
    frozen_by site.code NOT NULL,
    CONSTRAINT edition_pkey PRIMARY KEY (edition_no),
    CONSTRAINT edition_number_positive CHECK (edition_no >= 1),
    CONSTRAINT edition_profile_known CHECK (profile IN ('dfe', 'nhs', 'network')),
    CONSTRAINT edition_period_in_order CHECK (from_day < through_day),
    CONSTRAINT edition_restates_fkey FOREIGN KEY (restates) REFERENCES edition.edition (edition_no),
    CONSTRAINT edition_restates_earlier CHECK (restates < edition_no),
    CONSTRAINT edition_times_finite CHECK (isfinite(data_cut) AND isfinite(frozen_at)),
    CONSTRAINT edition_frozen_after_cut CHECK (frozen_at >= data_cut),
    CONSTRAINT edition_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE edition.edition IS 'What was frozen, of the network as a whole; append-only.';
COMMENT ON COLUMN edition.edition.edition_no IS 'From 1, without gaps.';
COMMENT ON COLUMN edition.edition.restates IS 'The edition of the same period that this one corrects.';
COMMENT ON COLUMN edition.edition.data_cut IS 'What was known at this time was counted.';
COMMENT ON COLUMN edition.edition.document IS 'All that is printed of it, as it was hashed.';
COMMENT ON COLUMN edition.edition.hash IS 'SHA-256 of the document in UTF-8.';
GRANT SELECT, INSERT ON edition.edition TO homeward_application;
GRANT SELECT ON edition.edition TO homeward_reporting;
CREATE TRIGGER edition_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON edition.edition
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

-- Who works under a site's scope writes this and never reads it: it is read by the role that reads the facts of all sites,
-- whose true counts these are.
CREATE TABLE edition.secret (
    edition_no integer NOT NULL,
    counts text NOT NULL,
    CONSTRAINT secret_pkey PRIMARY KEY (edition_no),
    CONSTRAINT secret_edition_fkey FOREIGN KEY (edition_no) REFERENCES edition.edition (edition_no)
);
COMMENT ON TABLE edition.secret IS
    'The true counts behind an edition and which of them were withheld for others; append-only.';
COMMENT ON COLUMN edition.secret.counts IS 'As text; later editions are attacked together with it.';
GRANT INSERT ON edition.secret TO homeward_application;
GRANT SELECT ON edition.secret TO homeward_reporting;
CREATE TRIGGER secret_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON edition.secret
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
