-- Seals over looks and events, in the order in which they arrive. The key of a seal lies outside the database, and so
-- does a copy of it: who changes what is sealed cannot make the seals again.

ALTER TABLE record.event ADD COLUMN arrival bigint NOT NULL
    DEFAULT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('access.arrival_seq') END;
COMMENT ON COLUMN record.event.arrival IS
    'Its place in the order of looks and events, by which it is sealed; the hash does not cover it, the seal does.';
CREATE INDEX event_arrival_idx ON record.event (site_id, arrival);

CREATE TABLE access.seal (
    site_id integer NOT NULL,
    number bigint NOT NULL,
    from_arrival bigint NOT NULL,
    through_arrival bigint NOT NULL,
    rows integer NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT seal_pkey PRIMARY KEY (site_id, number),
    CONSTRAINT seal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT seal_number_positive CHECK (number >= 1),
    CONSTRAINT seal_ends_after_it_begins CHECK (through_arrival >= from_arrival),
    CONSTRAINT seal_of_something CHECK (rows >= 1),
    CONSTRAINT seal_leaf_for_each_row CHECK (octet_length(leaves) = 24 * rows),
    CONSTRAINT seal_root_is_sha256 CHECK (octet_length(root) = 32),
    CONSTRAINT seal_sealed_at_finite CHECK (isfinite(sealed_at)),
    CONSTRAINT seal_code_is_sha256 CHECK (octet_length(code) = 32)
);
COMMENT ON TABLE access.seal IS
    'What covers looks and events of a site, from one arrival through another; append-only, without a gap.';
COMMENT ON COLUMN access.seal.from_arrival IS 'The arrival after the last of the seal before; the least number at first.';
COMMENT ON COLUMN access.seal.leaves IS
    'For each row eight bytes of its arrival and sixteen of the HMAC-SHA-256 over all its columns.';
COMMENT ON COLUMN access.seal.root IS 'SHA-256 of the leaves.';
COMMENT ON COLUMN access.seal.key_id IS 'The key, which lies outside the database.';
COMMENT ON COLUMN access.seal.code IS 'HMAC-SHA-256 over all other columns but the leaves, and over the code before it.';
ALTER TABLE access.seal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.seal TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.seal TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access.seal TO homeward_application;
CREATE TRIGGER seal_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON access.seal
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

-- What goes with an approved disposal leaves its place behind, so that the seals over it can still be held against the
-- rest. Nothing but a disposal can delete an event at all.
CREATE TABLE access.disposed (
    site_id integer NOT NULL,
    arrival bigint NOT NULL,
    stream text COLLATE "C" NOT NULL,
    stream_id uuid NOT NULL,
    CONSTRAINT disposed_pkey PRIMARY KEY (site_id, arrival)
);
COMMENT ON TABLE access.disposed IS 'The places of sealed events that were disposed of, with the stream that has a stub now.';
ALTER TABLE access.disposed ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.disposed TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.disposed TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT ON access.disposed TO homeward_application;
CREATE TRIGGER disposed_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON access.disposed
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

-- Anybody with all rights could write such places for rows that they removed themselves. The code over a stream's places
-- is made with the key outside the database by whoever disposes of it, so a place without one excuses nothing.
CREATE TABLE access.disposal_seal (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL,
    stream_id uuid NOT NULL,
    key_id site.term NOT NULL,
    code bytea NOT NULL,
    CONSTRAINT disposal_seal_pkey PRIMARY KEY (site_id, stream, stream_id),
    CONSTRAINT disposal_seal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT disposal_seal_stream_known CHECK (stream IN ('episode', 'child')),
    CONSTRAINT disposal_seal_code_is_sha256 CHECK (octet_length(code) = 32)
);
COMMENT ON TABLE access.disposal_seal IS 'What proves that the events of a stream went with an approved disposal.';
COMMENT ON COLUMN access.disposal_seal.key_id IS 'The key, which lies outside the database.';
COMMENT ON COLUMN access.disposal_seal.code IS
    'HMAC-SHA-256 over the stream and the places that its events had, in their order.';
ALTER TABLE access.disposal_seal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.disposal_seal TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.disposal_seal TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access.disposal_seal TO homeward_application;
CREATE TRIGGER disposal_seal_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON access.disposal_seal
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE FUNCTION access.note_disposed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO access.disposed SELECT site_id, arrival, stream, stream_id FROM gone;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION access.note_disposed() IS 'Keeps the places of events that are disposed of.';
CREATE TRIGGER event_leaves_place
    AFTER DELETE ON record.event REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION access.note_disposed();

-- What the night finds worth a look by whoever answers for privacy.

CREATE TABLE access.relative (
    site_id integer NOT NULL,
    account_id uuid NOT NULL,
    episode_id uuid NOT NULL,
    noted_by site.code NOT NULL,
    noted_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT relative_pkey PRIMARY KEY (site_id, account_id, episode_id, noted_at),
    CONSTRAINT relative_account_fkey FOREIGN KEY (account_id) REFERENCES door.account (account_id),
    CONSTRAINT relative_ended_after_noted CHECK (ended_at >= noted_at)
);
COMMENT ON TABLE access.relative IS 'Families that a colleague belongs to: whoever else looks at them is told to the officer.';
ALTER TABLE access.relative ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.relative TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.relative TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (ended_at) ON access.relative TO homeward_application;

CREATE TABLE access.alert (
    site_id integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    arrival bigint NOT NULL,
    day date NOT NULL,
    number integer NOT NULL,
    CONSTRAINT alert_pkey PRIMARY KEY (site_id, kind, arrival),
    CONSTRAINT alert_look_fkey FOREIGN KEY (site_id, arrival) REFERENCES access.look (site_id, arrival),
    CONSTRAINT alert_kind_known CHECK (kind IN ('sensitive-address', 'relative', 'without-relationship', 'many-episodes')),
    CONSTRAINT alert_number_positive CHECK (number >= 1)
);
COMMENT ON TABLE access.alert IS 'Looks that whoever answers for privacy should look into; made by the night.';
COMMENT ON COLUMN access.alert.arrival IS 'The look; the first of the day where the kind counts several.';
COMMENT ON COLUMN access.alert.day IS 'The day of the look at the site.';
COMMENT ON COLUMN access.alert.number IS 'How many looks, or episodes, it stands for.';
ALTER TABLE access.alert ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON access.alert TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON access.alert TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON access.alert TO homeward_application;
