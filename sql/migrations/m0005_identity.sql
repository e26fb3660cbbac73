-- Sealed bytes only: who people are, and what was written in words. The vault alone reads and writes them.
-- Sealed means AES-256-GCM: 12 bytes of nonce, the text, 16 bytes of tag, so never fewer than 28.

CREATE SCHEMA identity;
COMMENT ON SCHEMA identity IS 'Who people are, sealed.';
GRANT USAGE ON SCHEMA identity TO homeward_application;

CREATE TABLE identity.person (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    kind site.term NOT NULL,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (site_id, person_id, kind),
    CONSTRAINT person_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT person_sealed_long_enough CHECK (octet_length(sealed) >= 28)
);
COMMENT ON TABLE identity.person IS 'Particulars of a person, sealed, one row for each kind of particulars.';
COMMENT ON COLUMN identity.person.person_id IS 'The id that the record knows the person by, such as the child''s.';
COMMENT ON COLUMN identity.person.key_id IS 'The key that sealed it.';
ALTER TABLE identity.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON identity.person TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON identity.person TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (key_id, sealed), DELETE ON identity.person TO homeward_application;

CREATE SCHEMA narrative;
COMMENT ON SCHEMA narrative IS 'What was written in words, sealed.';
GRANT USAGE ON SCHEMA narrative TO homeward_application;

CREATE TABLE narrative.text (
    site_id integer NOT NULL,
    narrative_id uuid NOT NULL,
    key_id site.term NOT NULL,
    salt bytea,
    sealed bytea,
    CONSTRAINT text_pkey PRIMARY KEY (site_id, narrative_id),
    CONSTRAINT text_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT text_erased_as_one CHECK ((salt IS NULL) = (sealed IS NULL)),
    CONSTRAINT text_salt_long_enough CHECK (octet_length(salt) >= 16),
    CONSTRAINT text_sealed_long_enough CHECK (octet_length(sealed) >= 28)
);
COMMENT ON TABLE narrative.text IS
    'A text by its id. An event holds SHA-256 of salt and sealed bytes; erasing both leaves the chain whole.';
COMMENT ON COLUMN narrative.text.salt IS 'Random bytes in the event''s commitment; null once erased.';
COMMENT ON COLUMN narrative.text.sealed IS 'The sealed text; null once erased.';
ALTER TABLE narrative.text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON narrative.text TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON narrative.text TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (key_id, salt, sealed) ON narrative.text TO homeward_application;
