-- Care: what social care provides for a child, and reporting facts of every spell in a place and of every provision.

CREATE TABLE record.provision (
    site_id integer NOT NULL,
    child_id uuid NOT NULL,
    provision_id uuid NOT NULL,
    kind site.term NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    shape smallint NOT NULL,
    CONSTRAINT provision_pkey PRIMARY KEY (site_id, child_id, provision_id),
    CONSTRAINT provision_child_fkey FOREIGN KEY (site_id, child_id)
        REFERENCES record.child (site_id, child_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT provision_one_of_a_kind_at_a_time EXCLUDE USING gist (
        site_id WITH =, child_id WITH =, kind WITH =, daterange(started_on, ended_on, '[)') WITH &&
    ) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT provision_ends_after_it_begins CHECK (ended_on > started_on),
    CONSTRAINT provision_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.provision IS
    'What social care provided for a child. Spells of one kind never overlap; those of two kinds may.';
COMMENT ON COLUMN record.provision.kind IS 'Child in need plan, child protection plan, or looked after.';
COMMENT ON COLUMN record.provision.ended_on IS 'First day without it; null while it lasts.';
ALTER TABLE record.provision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.provision TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.provision TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.provision TO homeward_application;

-- The key begins with the child: reports count children, and a check reads all that a child's stream was made into.
CREATE TABLE reporting.care_spell_fact (
    site_id integer NOT NULL,
    child_key bytea NOT NULL,
    fact_key bytea NOT NULL,
    version integer NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL DEFAULT 'infinity',
    measure text COLLATE "C" NOT NULL,
    term site.term NOT NULL,
    looked_after boolean NOT NULL,
    out_of_home boolean NOT NULL,
    custody boolean NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    shape smallint NOT NULL,
    CONSTRAINT care_spell_fact_pkey PRIMARY KEY (site_id, child_key, fact_key, version),
    CONSTRAINT care_spell_fact_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT care_spell_fact_child_key_is_digest CHECK (octet_length(child_key) = 32),
    CONSTRAINT care_spell_fact_key_is_digest CHECK (octet_length(fact_key) = 32),
    CONSTRAINT care_spell_fact_version_positive CHECK (version >= 1),
    CONSTRAINT care_spell_fact_known_from_finite CHECK (isfinite(known_from)),
    CONSTRAINT care_spell_fact_known_in_order CHECK (known_from < known_to),
    CONSTRAINT care_spell_fact_measure_known CHECK (measure IN ('placement', 'provision')),
    CONSTRAINT care_spell_fact_looked_after_is_provision CHECK (NOT looked_after OR measure = 'provision'),
    CONSTRAINT care_spell_fact_out_of_home_is_placement CHECK (NOT out_of_home OR measure = 'placement'),
    CONSTRAINT care_spell_fact_custody_is_out_of_home CHECK (NOT custody OR out_of_home),
    CONSTRAINT care_spell_fact_ends_after_it_begins CHECK (ended_on > started_on),
    CONSTRAINT care_spell_fact_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE reporting.care_spell_fact IS
    'What a report may know of a child''s spell in one place or of provision, one row for each state of knowledge.';
COMMENT ON COLUMN reporting.care_spell_fact.child_key IS
    'HMAC of the child''s id under the site''s key, the same as in episode_fact.';
COMMENT ON COLUMN reporting.care_spell_fact.fact_key IS
    'HMAC of the child''s id, the measure and the spell''s id under the site''s key.';
COMMENT ON COLUMN reporting.care_spell_fact.known_from IS 'Stamp of the append that made this version.';
COMMENT ON COLUMN reporting.care_spell_fact.known_to IS
    'Stamp of the append that replaced it or withdrew the spell; infinity while it is current.';
COMMENT ON COLUMN reporting.care_spell_fact.term IS 'The setting of a placement, or the kind of provision.';
COMMENT ON COLUMN reporting.care_spell_fact.looked_after IS
    'Whether its days count as days looked after by a local authority.';
COMMENT ON COLUMN reporting.care_spell_fact.out_of_home IS 'Whether its days count as days out of home.';
COMMENT ON COLUMN reporting.care_spell_fact.custody IS 'Whether its days count as days in custody.';
COMMENT ON COLUMN reporting.care_spell_fact.ended_on IS 'First day that no longer counts; null while it lasts.';
CREATE UNIQUE INDEX care_spell_fact_one_current ON reporting.care_spell_fact (site_id, child_key, fact_key)
    WHERE known_to = 'infinity';
ALTER TABLE reporting.care_spell_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON reporting.care_spell_fact TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON reporting.care_spell_fact TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reporting_all ON reporting.care_spell_fact FOR SELECT TO homeward_reporting USING (true);
GRANT SELECT, INSERT, UPDATE (known_to), DELETE ON reporting.care_spell_fact TO homeward_application;
GRANT SELECT ON reporting.care_spell_fact TO homeward_reporting;

-- Rows of shape 1 do not know their child: `homeward rebuild` makes them again.
ALTER TABLE reporting.episode_fact
    ADD COLUMN child_key bytea,
    ADD CONSTRAINT episode_fact_child_key_is_digest CHECK (octet_length(child_key) = 32),
    ADD CONSTRAINT episode_fact_child_key_from_shape_2 CHECK (shape < 2 OR child_key IS NOT NULL);
COMMENT ON COLUMN reporting.episode_fact.child_key IS
    'HMAC of the child''s id under the site''s key; null in rows of shape 1.';
-- Empty after a rebuild, so it costs nothing: while a site has such rows, spells of its children may lack their facts.
CREATE INDEX episode_fact_of_shape_1 ON reporting.episode_fact (site_id) WHERE shape < 2;
