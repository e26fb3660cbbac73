-- The record: streams and their append-only, hash-chained events.

CREATE SCHEMA record;
COMMENT ON SCHEMA record IS 'What happened, as events, and the projections that are folded from them.';
GRANT USAGE ON SCHEMA record TO homeward_application;

CREATE TABLE record.event (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL,
    stream_id uuid NOT NULL,
    seq bigint NOT NULL,
    kind site.term NOT NULL,
    schema_version smallint NOT NULL,
    occurred_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by site.code NOT NULL,
    on_behalf_of site.code,
    model_id site.term,
    model_version integer,
    settings_version integer,
    payload jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT event_pkey PRIMARY KEY (site_id, stream, stream_id, seq),
    CONSTRAINT event_stream_known CHECK (stream IN ('episode', 'child', 'team')),
    CONSTRAINT event_seq_positive CHECK (seq >= 1),
    CONSTRAINT event_schema_version_positive CHECK (schema_version >= 1),
    CONSTRAINT event_occurred_on_in_range CHECK (occurred_on >= DATE '1900-01-01' AND occurred_on < DATE '2200-01-01'),
    CONSTRAINT event_recorded_at_finite CHECK (isfinite(recorded_at)),
    CONSTRAINT event_model_paired CHECK ((model_id IS NULL) = (model_version IS NULL)),
    CONSTRAINT event_settings_need_model CHECK (settings_version IS NULL OR model_id IS NOT NULL),
    CONSTRAINT event_versions_positive CHECK (model_version >= 1 AND settings_version >= 0),
    CONSTRAINT event_payload_is_object CHECK (jsonb_typeof(payload) = 'object'),
    CONSTRAINT event_hash_is_sha256 CHECK (octet_length(hash) = 32),
    CONSTRAINT event_previous_hash_is_sha256 CHECK (octet_length(previous_hash) = 32),
    CONSTRAINT event_chain_begins_with_zeros
        CHECK ((seq = 1) = (previous_hash = decode(repeat('00', 32), 'hex')))
);
COMMENT ON TABLE record.event IS
    'Everything that was recorded, append-only. The key is the optimistic lock: of two writers of a stream one wins.';
COMMENT ON COLUMN record.event.stream IS 'Which kind of history: episode, child (outlives an episode) or team.';
COMMENT ON COLUMN record.event.seq IS 'Place in the stream, 1 and up without a gap.';
COMMENT ON COLUMN record.event.schema_version IS 'Version of the payload''s form for this kind.';
COMMENT ON COLUMN record.event.occurred_on IS 'The day on which it happened, in the site''s civil time.';
COMMENT ON COLUMN record.event.recorded_at IS 'The instant at which it became known; grows within a stream.';
COMMENT ON COLUMN record.event.recorded_by IS 'Code of the person or part that wrote it; never a name.';
COMMENT ON COLUMN record.event.on_behalf_of IS
    'Code of the person for whom it was written, when that is someone else.';
COMMENT ON COLUMN record.event.model_id IS
    'Model under which it was decided; null in streams that belong to no model.';
COMMENT ON COLUMN record.event.payload IS 'Ids, codes, days, numbers and booleans; never a name or free text.';
COMMENT ON COLUMN record.event.previous_hash IS 'Hash of the event before it in the stream; zeros at seq 1.';
COMMENT ON COLUMN record.event.hash IS
    'SHA-256 over every other column in the length-prefixed encoding of the store.';
ALTER TABLE record.event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.event TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.event TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON record.event TO homeward_application;
CREATE TRIGGER event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON record.event
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

-- No foreign key from each event to its stream: it would be paid for every event, and `homeward verify` walks every
-- chain against its head. The other direction costs one look an append: a head always names an event that is there.
CREATE TABLE record.stream (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL,
    stream_id uuid NOT NULL,
    head_seq bigint NOT NULL,
    head_hash bytea NOT NULL,
    last_recorded_at timestamptz NOT NULL,
    CONSTRAINT stream_pkey PRIMARY KEY (site_id, stream, stream_id),
    CONSTRAINT stream_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT stream_head_fkey FOREIGN KEY (site_id, stream, stream_id, head_seq)
        REFERENCES record.event (site_id, stream, stream_id, seq) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT stream_head_hash_is_sha256 CHECK (octet_length(head_hash) = 32),
    CONSTRAINT stream_last_recorded_at_finite CHECK (isfinite(last_recorded_at))
);
COMMENT ON TABLE record.stream IS 'The head of each stream: where its chain ends and when it last grew.';
COMMENT ON COLUMN record.stream.last_recorded_at IS 'Stamp of the head event; the next stamp is later.';
ALTER TABLE record.stream ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.stream TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.stream TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (head_seq, head_hash, last_recorded_at) ON record.stream TO homeward_application;
