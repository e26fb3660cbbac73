-- Particulars of people: whom a text is about, blind indexes to find people by, addresses, and who belongs to whom.
-- Sealed means AES-256-GCM under the person's own key, as in m0005. A digest is an HMAC under the site's own key.

ALTER TABLE narrative.text ADD COLUMN subject_id uuid;
COMMENT ON COLUMN narrative.text.subject_id IS
    'The person whom it is about and whose key sealed it; null when it is about no one person.';
CREATE INDEX text_subject_idx ON narrative.text (site_id, subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE identity.search_term (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT search_term_pkey PRIMARY KEY (site_id, kind, digest, person_id),
    CONSTRAINT search_term_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT search_term_kind_known CHECK (kind IN ('nhs-number', 'upn', 'name-part', 'name-beginning')),
    CONSTRAINT search_term_digest_is_digest CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE identity.search_term IS
    'By what a person is found: HMACs of numbers, of folded parts of names and of their first three letters.';
COMMENT ON COLUMN identity.search_term.digest IS
    'The same text gives the same digest at one site: how often one occurs can be seen, what it says cannot.';
CREATE UNIQUE INDEX search_term_one_person_of_an_nhs_number ON identity.search_term (site_id, digest)
    WHERE kind = 'nhs-number';
CREATE INDEX search_term_person_idx ON identity.search_term (site_id, person_id);
ALTER TABLE identity.search_term ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON identity.search_term TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON identity.search_term TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON identity.search_term TO homeward_application;

-- Asked before anything is written, so that nobody learns from a broken constraint that another family has a number. It looks
-- past the reach of whoever asks, at the site of their scope alone, and answers yes or no.
CREATE FUNCTION access.nhs_number_taken(site integer, wanted bytea, person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM identity.search_term AS t
        WHERE t.site_id = site AND t.kind = 'nhs-number' AND t.digest = wanted AND t.person_id <> person
            AND t.site_id = nullif(current_setting('homeward.site', true), '')::integer
    );
END;
COMMENT ON FUNCTION access.nhs_number_taken(integer, bytea, uuid) IS
    'Whether somebody else of the site in scope has an NHS number.';
GRANT EXECUTE ON FUNCTION access.nhs_number_taken(integer, bytea, uuid) TO homeward_application;

CREATE TABLE identity.address (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    address_id uuid NOT NULL,
    sensitive boolean NOT NULL,
    from_day date,
    to_day date,
    key_id site.term NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT address_pkey PRIMARY KEY (site_id, person_id, address_id),
    CONSTRAINT address_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT address_ends_after_it_begins CHECK (to_day > from_day),
    CONSTRAINT address_sealed_long_enough CHECK (octet_length(sealed) >= 28)
);
COMMENT ON TABLE identity.address IS 'Where a person lives and has lived, sealed.';
COMMENT ON COLUMN identity.address.sensitive IS
    'Whether it must not be told: it is shown as withheld, and is in no search, letter or export.';
COMMENT ON COLUMN identity.address.to_day IS 'First day on which the person no longer lived there; null while they do.';
ALTER TABLE identity.address ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON identity.address TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON identity.address TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (sensitive, from_day, to_day, key_id, sealed), DELETE
    ON identity.address TO homeward_application;

CREATE TABLE identity.bond (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    person_id uuid NOT NULL,
    relation site.term NOT NULL,
    CONSTRAINT bond_pkey PRIMARY KEY (site_id, child_id, person_id),
    CONSTRAINT bond_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT bond_is_of_two CHECK (person_id <> child_id)
);
COMMENT ON TABLE identity.bond IS 'Who of the family belongs to a child.';
COMMENT ON COLUMN identity.bond.relation IS 'What the person is to the child: mother, grandparent, foster carer.';
CREATE INDEX bond_person_idx ON identity.bond (site_id, person_id);
ALTER TABLE identity.bond ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON identity.bond TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON identity.bond TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (relation), DELETE ON identity.bond TO homeward_application;

-- What of it a transaction reaches, as in m0021. Those who are bound to a child belong to its family.
CREATE OR REPLACE FUNCTION access.family_of(site integer, episodes uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT ARRAY(
        SELECT e.child_id FROM record.episode AS e WHERE e.site_id = site AND e.episode_id = ANY (episodes)
        UNION
        SELECT p.participant_id FROM record.participant AS p WHERE p.site_id = site AND p.episode_id = ANY (episodes)
        UNION
        SELECT b.person_id FROM identity.bond AS b JOIN record.episode AS e
            ON e.site_id = b.site_id AND e.child_id = b.child_id
        WHERE b.site_id = site AND e.episode_id = ANY (episodes));
END;

CREATE POLICY reach ON identity.search_term AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR person_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND person_id <> ALL ((SELECT access.barred())::uuid[]))
    )
    WITH CHECK (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR person_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND person_id <> ALL ((SELECT access.barred())::uuid[]))
    );

CREATE POLICY reach ON identity.address AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR person_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND person_id <> ALL ((SELECT access.barred())::uuid[]))
    )
    WITH CHECK (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR person_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND person_id <> ALL ((SELECT access.barred())::uuid[]))
    );

CREATE POLICY reach ON identity.bond AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[]))
    )
    WITH CHECK (
        (SELECT access.sees('identity'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[]))
    );

CREATE POLICY reach ON narrative.text AS RESTRICTIVE TO homeward_application
    USING (
        subject_id IS NULL
        OR (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        subject_id IS NULL
        OR (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    );
