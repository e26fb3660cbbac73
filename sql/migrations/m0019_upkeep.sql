-- What nights find out beside what is owed: how good the data are, what may be frozen, what may be disposed of.

CREATE TABLE duty.quality (
    site_id integer NOT NULL,
    on_day date NOT NULL,
    rule site.term NOT NULL,
    pack site.term NOT NULL,
    checked bigint NOT NULL,
    faulty bigint NOT NULL,
    CONSTRAINT quality_pkey PRIMARY KEY (site_id, on_day, rule),
    CONSTRAINT quality_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT quality_counts_agree CHECK (faulty BETWEEN 0 AND checked)
);
COMMENT ON TABLE duty.quality IS 'The data-quality scorecard of a night: of so many rows that a rule looks at, so many break it.';
COMMENT ON COLUMN duty.quality.pack IS 'The edition of the rules, such as 2026: figures of two packs are not one trend.';
ALTER TABLE duty.quality ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.quality TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.quality TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.quality TO homeward_application;

CREATE TABLE duty.edition_proposal (
    site_id integer NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    proposed_on date NOT NULL,
    CONSTRAINT edition_proposal_pkey PRIMARY KEY (site_id, from_day, through_day),
    CONSTRAINT edition_proposal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT edition_proposal_ends_after_it_begins CHECK (through_day >= from_day),
    CONSTRAINT edition_proposal_after_its_end CHECK (proposed_on > through_day)
);
COMMENT ON TABLE duty.edition_proposal IS
    'Quarters of a site that may be frozen: proposed to the network''s analyst, who decides. Nothing is frozen by a night.';
ALTER TABLE duty.edition_proposal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.edition_proposal TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.edition_proposal TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON duty.edition_proposal TO homeward_application;

CREATE TABLE duty.retention (
    site_id integer NOT NULL,
    child_key bytea NOT NULL,
    class site.term NOT NULL,
    keep_through date NOT NULL,
    is_proposed boolean NOT NULL,
    child_id uuid NOT NULL,
    CONSTRAINT retention_pkey PRIMARY KEY (site_id, child_key),
    CONSTRAINT retention_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT retention_child_key_is_digest CHECK (octet_length(child_key) = 32)
);
COMMENT ON TABLE duty.retention IS
    'By which rule each child''s record is kept, and how long; made anew each night, for a change of status changes the rule.';
COMMENT ON COLUMN duty.retention.child_id IS
    'The child itself, beside the key that reports know it by, so that whoever decides finds it.';
COMMENT ON COLUMN duty.retention.class IS 'The rule that keeps it longest.';
COMMENT ON COLUMN duty.retention.keep_through IS 'The last day on which it is kept; infinity while no end is in sight.';
COMMENT ON COLUMN duty.retention.is_proposed IS 'Whether that day is past. Two people decide; a night disposes of nothing.';
CREATE UNIQUE INDEX retention_one_a_child ON duty.retention (site_id, child_id);
ALTER TABLE duty.retention ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.retention TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.retention TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON duty.retention TO homeward_application;
