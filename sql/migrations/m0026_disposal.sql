-- How long records are kept, what holds them, who decided that they end, and the stub that stays of them.

CREATE SCHEMA retention;
COMMENT ON SCHEMA retention IS 'What holds records beyond their day, and who decided that they end.';
GRANT USAGE ON SCHEMA retention TO homeward_application;

-- No reference to the child: a hold that was lifted is still told when the record is gone.
CREATE TABLE retention.hold (
    site_id integer NOT NULL,
    hold_id uuid NOT NULL,
    child_id uuid NOT NULL,
    narrative_id uuid NOT NULL,
    commitment bytea NOT NULL,
    placed_by site.code NOT NULL,
    placed_at timestamptz NOT NULL,
    lifted_by site.code,
    lifted_at timestamptz,
    CONSTRAINT hold_pkey PRIMARY KEY (site_id, hold_id),
    CONSTRAINT hold_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT hold_commitment_is_sha256 CHECK (octet_length(commitment) = 32),
    CONSTRAINT hold_placed_at_finite CHECK (isfinite(placed_at)),
    CONSTRAINT hold_lifted_as_one CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)),
    CONSTRAINT hold_lifted_after_placed CHECK (lifted_at >= placed_at)
);
COMMENT ON TABLE retention.hold IS 'Legal holds: while one is not lifted, nothing of the child is disposed of.';
COMMENT ON COLUMN retention.hold.narrative_id IS 'The reason, sealed.';
COMMENT ON COLUMN retention.hold.commitment IS 'SHA-256 over the reason''s salt and sealed bytes.';
ALTER TABLE retention.hold ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON retention.hold TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON retention.hold TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at) ON retention.hold TO homeward_application;
CREATE INDEX hold_in_force ON retention.hold (site_id, child_id) WHERE lifted_at IS NULL;

CREATE TABLE retention.proposal (
    site_id integer NOT NULL,
    number integer NOT NULL,
    proposed_on date NOT NULL,
    proposed_by site.code NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposer site.code NOT NULL,
    approved_by site.code,
    approved_at timestamptz,
    approver site.code,
    withdrawn_by site.code,
    withdrawn_at timestamptz,
    CONSTRAINT proposal_pkey PRIMARY KEY (site_id, number),
    CONSTRAINT proposal_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id),
    CONSTRAINT proposal_number_positive CHECK (number >= 1),
    CONSTRAINT proposal_proposed_on_finite CHECK (isfinite(proposed_on)),
    CONSTRAINT proposal_proposed_at_finite CHECK (isfinite(proposed_at)),
    CONSTRAINT proposal_approved_as_one CHECK (num_nulls(approved_by, approved_at, approver) IN (0, 3)),
    CONSTRAINT proposal_approved_by_another CHECK (approved_by <> proposed_by),
    CONSTRAINT proposal_approver_is_another CHECK (approver <> proposer),
    CONSTRAINT proposal_approved_after_proposed CHECK (approved_at >= proposed_at),
    CONSTRAINT proposal_withdrawn_as_one CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
    CONSTRAINT proposal_withdrawn_after_proposed CHECK (withdrawn_at >= proposed_at)
);
COMMENT ON TABLE retention.proposal IS 'Proposals to dispose of records: one person proposes, another approves.';
COMMENT ON COLUMN retention.proposal.number IS 'From 1 at each site.';
COMMENT ON COLUMN retention.proposal.proposed_by IS 'As whom it was proposed: the code under which they work at the site.';
COMMENT ON COLUMN retention.proposal.proposer IS
    'Whose hand it was: the account whose owner proved to be there, or operator, who may stand in for any account.';
COMMENT ON COLUMN retention.proposal.approver IS 'Whose hand approved, in the same sense: another.';
ALTER TABLE retention.proposal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON retention.proposal TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON retention.proposal TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT (site_id, number, proposed_on, proposed_by, proposed_at, proposer),
    UPDATE (approved_by, approved_at, approver, withdrawn_by, withdrawn_at) ON retention.proposal TO homeward_application;

CREATE TABLE retention.proposed_child (
    site_id integer NOT NULL,
    number integer NOT NULL,
    child_id uuid NOT NULL,
    rule site.term NOT NULL,
    keep_through date NOT NULL,
    disposed_at timestamptz,
    CONSTRAINT proposed_child_pkey PRIMARY KEY (site_id, number, child_id),
    CONSTRAINT proposed_child_proposal_fkey FOREIGN KEY (site_id, number)
        REFERENCES retention.proposal (site_id, number),
    CONSTRAINT proposed_child_keep_through_finite CHECK (isfinite(keep_through))
);
COMMENT ON TABLE retention.proposed_child IS 'Whose records a proposal is about, and the rule that had kept each.';
COMMENT ON COLUMN retention.proposed_child.disposed_at IS 'When the record was destroyed; null before.';
ALTER TABLE retention.proposed_child ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON retention.proposed_child TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON retention.proposed_child TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT (site_id, number, child_id, rule, keep_through) ON retention.proposed_child TO homeward_application;

CREATE FUNCTION retention.refuse_late_child() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM retention.proposal AS p
        WHERE p.site_id = NEW.site_id AND p.number = NEW.number AND (p.approved_at IS NOT NULL OR p.withdrawn_at IS NOT NULL)
    ) THEN
        RAISE EXCEPTION 'a proposal that was decided takes no further child'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'proposed_child_before_decision';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION retention.refuse_late_child() IS 'What is approved is what was proposed: nobody is added afterwards.';
CREATE TRIGGER proposed_child_before_decision
    BEFORE INSERT ON retention.proposed_child
    FOR EACH ROW EXECUTE FUNCTION retention.refuse_late_child();

CREATE FUNCTION retention.refuse_other_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.proposer <> OLD.proposer OR OLD.approved_at IS NOT NULL
        AND (NEW.approved_by, NEW.approved_at, NEW.approver)
            IS DISTINCT FROM (OLD.approved_by, OLD.approved_at, OLD.approver) THEN
        RAISE EXCEPTION 'a proposal is decided once'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'proposal_decided_once';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION retention.refuse_other_decision() IS 'An approval never becomes another''s, and what was withdrawn stays so.';
CREATE TRIGGER proposal_decided_once
    BEFORE UPDATE ON retention.proposal
    FOR EACH ROW EXECUTE FUNCTION retention.refuse_other_decision();

-- The keys of persons are kept outside the database and cannot go with the transaction: what is still to be destroyed
-- stands here until it is.
CREATE TABLE retention.pending_key (
    site_id integer NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT pending_key_pkey PRIMARY KEY (site_id, person_id),
    CONSTRAINT pending_key_site_fkey FOREIGN KEY (site_id) REFERENCES site.site (site_id)
);
COMMENT ON TABLE retention.pending_key IS 'Persons who were disposed of and whose keys are still to be destroyed.';
ALTER TABLE retention.pending_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON retention.pending_key TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON retention.pending_key TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON retention.pending_key TO homeward_application;

CREATE TABLE record.stub (
    site_id integer NOT NULL,
    stream text COLLATE "C" NOT NULL,
    stream_id uuid NOT NULL,
    child_id uuid NOT NULL,
    number integer NOT NULL,
    rule site.term NOT NULL,
    disposed_on date NOT NULL,
    events bigint NOT NULL,
    last_hash bytea NOT NULL,
    CONSTRAINT stub_pkey PRIMARY KEY (site_id, stream, stream_id),
    CONSTRAINT stub_stream_known CHECK (stream IN ('episode', 'child')),
    CONSTRAINT stub_disposed_on_finite CHECK (isfinite(disposed_on)),
    CONSTRAINT stub_events_positive CHECK (events >= 1),
    CONSTRAINT stub_last_hash_is_sha256 CHECK (octet_length(last_hash) = 32)
);
COMMENT ON TABLE record.stub IS
    'What stays of a stream that was disposed of: that there was one, how long it was, and why it ended.';
COMMENT ON COLUMN record.stub.child_id IS 'Whose record it was: an id that nothing else has any more.';
COMMENT ON COLUMN record.stub.number IS 'The proposal that was approved.';
COMMENT ON COLUMN record.stub.last_hash IS 'The end of its chain.';
ALTER TABLE record.stub ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.stub TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.stub TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT ON record.stub TO homeward_application;
CREATE TRIGGER stub_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON record.stub
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

-- A stub can only be written where disposal is allowed, whoever writes it, the owner too; and only where there is a stub can
-- events be deleted. So nothing but an approved disposal ends a stream.
CREATE FUNCTION record.refuse_stub() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    broken text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM retention.proposal AS p JOIN retention.proposed_child AS c USING (site_id, number)
        WHERE p.site_id = NEW.site_id AND p.number = NEW.number AND c.child_id = NEW.child_id
            AND p.approved_by <> p.proposed_by AND p.approver <> p.proposer AND p.withdrawn_at IS NULL
    ) THEN
        broken := 'stub_needs_approval';
    ELSIF EXISTS (
        SELECT FROM retention.hold AS h
        WHERE h.site_id = NEW.site_id AND h.lifted_at IS NULL AND (
            h.child_id = NEW.child_id OR h.child_id IN (
                SELECT a.child_id FROM record.participant AS a JOIN record.episode AS e USING (site_id, episode_id)
                WHERE e.site_id = NEW.site_id AND e.child_id = NEW.child_id))
    ) THEN
        broken := 'stub_not_while_held';
    ELSIF EXISTS (
        SELECT FROM record.episode AS e
        WHERE e.site_id = NEW.site_id AND e.decision <> 'declined' AND e.closed_on IS NULL AND (
            e.child_id = NEW.child_id OR e.episode_id IN (
                SELECT a.episode_id FROM record.participant AS a
                WHERE a.site_id = NEW.site_id AND a.child_id = NEW.child_id))
    ) THEN
        broken := 'stub_not_while_open';
    ELSIF NOT EXISTS (
        SELECT FROM duty.retention AS r
        WHERE r.site_id = NEW.site_id AND r.child_id = NEW.child_id AND r.keep_through < NEW.disposed_on
    ) THEN
        broken := 'stub_not_before_its_day';
    END IF;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'this record is not to be disposed of'
            USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = broken;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION record.refuse_stub() IS
    'Refuses a stub without approval by a second person, under a hold, with an open episode, or too early.';
CREATE TRIGGER stub_only_when_allowed
    BEFORE INSERT ON record.stub
    FOR EACH ROW EXECUTE FUNCTION record.refuse_stub();

CREATE FUNCTION record.refuse_deletion() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone AS g WHERE NOT EXISTS (
            SELECT FROM record.stub AS s
            WHERE s.site_id = g.site_id AND s.stream = g.stream AND s.stream_id = g.stream_id)
    ) THEN
        RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION record.refuse_deletion() IS 'Refuses to delete events of which no stub stays, whoever asks, the owner too.';
DROP TRIGGER event_append_only ON record.event;
CREATE TRIGGER event_append_only
    BEFORE UPDATE OR TRUNCATE ON record.event
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
CREATE TRIGGER event_deleted_only_for_stub
    AFTER DELETE ON record.event REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_deletion();

CREATE FUNCTION record.dispose(asked_number integer, asked_child uuid, asked_day date, asked_at timestamptz)
    RETURNS TABLE (streams bigint, events bigint, texts bigint, rows bigint)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    scope integer := nullif(current_setting('homeward.site', true), '')::integer;
    mine uuid[];
    persons uuid[];
    found_rule text;
    found_texts uuid[];
    place text;
    gone bigint;
BEGIN
    streams := 0;
    events := 0;
    texts := 0;
    rows := 0;
    -- Whoever appends, or places a hold, takes the child's row as well: one waits for the other.
    PERFORM FROM record.stream AS s
    WHERE s.site_id = scope AND s.stream = 'child' AND s.stream_id = asked_child FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such record' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'stub_needs_record';
    END IF;
    SELECT array_agg(e.episode_id) INTO mine FROM record.episode AS e WHERE e.site_id = scope AND e.child_id = asked_child;
    mine := coalesce(mine, '{}');
    PERFORM FROM record.stream AS s
    WHERE s.site_id = scope AND s.stream = 'episode' AND s.stream_id = ANY (mine) FOR UPDATE;
    SELECT r.class INTO found_rule FROM duty.retention AS r WHERE r.site_id = scope AND r.child_id = asked_child;
    INSERT INTO record.stub
    SELECT s.site_id, s.stream, s.stream_id, asked_child, asked_number, coalesce(found_rule, 'none'), asked_day, s.head_seq,
        s.head_hash
    FROM record.stream AS s
    WHERE s.site_id = scope AND (s.stream = 'child' AND s.stream_id = asked_child
        OR s.stream = 'episode' AND s.stream_id = ANY (mine));
    GET DIAGNOSTICS streams = ROW_COUNT;

    -- Who they are: the child, those of the family who belong to no other child, and those who take part in its episodes and
    -- in no other's.
    SELECT array_agg(DISTINCT p.id) INTO persons FROM (
        SELECT asked_child AS id
        UNION ALL
        SELECT b.person_id FROM identity.bond AS b
        WHERE b.site_id = scope AND b.child_id = asked_child AND NOT EXISTS (
            SELECT FROM identity.bond AS o
            WHERE o.site_id = scope AND o.child_id <> asked_child AND b.person_id IN (o.person_id, o.child_id))
            AND NOT EXISTS (
                SELECT FROM record.child AS c WHERE c.site_id = scope AND c.child_id = b.person_id)
        UNION ALL
        SELECT a.participant_id FROM record.participant AS a
        WHERE a.site_id = scope AND a.episode_id = ANY (mine) AND NOT EXISTS (
            SELECT FROM record.participant AS o
            WHERE o.site_id = scope AND o.participant_id = a.participant_id AND o.episode_id <> ALL (mine))
    ) AS p;
    INSERT INTO retention.pending_key SELECT scope, unnest(persons) ON CONFLICT DO NOTHING;

    -- What was written in words: a text of theirs goes, unless another record refers to it (the reason given for a whole file).
    SELECT array_agg(DISTINCT t.narrative_id) INTO found_texts
    FROM record.event AS e
    CROSS JOIN regexp_matches(e.payload::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') AS m
    JOIN narrative.text AS t ON t.site_id = scope AND t.narrative_id = m[1]::uuid
    WHERE e.site_id = scope AND (e.stream = 'child' AND e.stream_id = asked_child
        OR e.stream = 'episode' AND e.stream_id = ANY (mine));
    IF found_texts IS NOT NULL THEN
        SELECT array_agg(f.id) INTO found_texts FROM unnest(found_texts) AS f (id)
        WHERE NOT EXISTS (
            SELECT FROM record.event AS o
            WHERE o.site_id = scope AND o.kind = 'corrected' AND o.stream_id <> asked_child AND o.stream_id <> ALL (mine)
                AND position(f.id::text IN o.payload::text) > 0);
    END IF;
    found_texts := found_texts || ARRAY(
        SELECT g.reason_id FROM access.glass AS g WHERE g.site_id = scope AND g.episode_id = ANY (mine));
    DELETE FROM access.glass AS g WHERE g.site_id = scope AND g.episode_id = ANY (mine);
    DELETE FROM narrative.text AS t WHERE t.site_id = scope AND (
        t.narrative_id = ANY (found_texts) OR t.subject_id = ANY (persons)
        OR t.narrative_id IN (
            SELECT h.narrative_id FROM retention.hold AS h WHERE h.site_id = scope AND h.child_id = asked_child));
    GET DIAGNOSTICS texts = ROW_COUNT;

    DELETE FROM record.event AS e WHERE e.site_id = scope AND (e.stream = 'child' AND e.stream_id = asked_child
        OR e.stream = 'episode' AND e.stream_id = ANY (mine));
    GET DIAGNOSTICS events = ROW_COUNT;
    DELETE FROM record.stream AS s WHERE s.site_id = scope AND (s.stream = 'child' AND s.stream_id = asked_child
        OR s.stream = 'episode' AND s.stream_id = ANY (mine));

    -- Everything else that names one of its episodes, or the child, stands in a table that has a column for it.
    FOREACH place IN ARRAY ARRAY[
        'access.bar', 'record.assignment', 'record.contact', 'record.follow_up', 'record.interview', 'record.tracker_state',
        'record.model_fact', 'record.module_run', 'record.outcome', 'record.participant', 'record.phase_spell',
        'record.episode'
    ] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND episode_id = ANY ($2)', place::regclass) USING scope, mine;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    FOREACH place IN ARRAY ARRAY[
        'record.offence', 'record.placement', 'record.provision', 'record.school_status', 'record.child', 'duty.retention'
    ] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND child_id = $2', place::regclass) USING scope, asked_child;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    FOREACH place IN ARRAY ARRAY['duty.alert', 'duty.obligation', 'duty.subject'] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND subject_id = ANY ($2)', place::regclass) USING scope, mine;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    DELETE FROM identity.bond AS b
    WHERE b.site_id = scope AND (b.child_id = ANY (persons) OR b.person_id = ANY (persons));
    GET DIAGNOSTICS gone = ROW_COUNT;
    rows := rows + gone;
    FOREACH place IN ARRAY ARRAY['identity.search_term', 'identity.address', 'identity.person'] LOOP
        EXECUTE format('DELETE FROM %s WHERE site_id = $1 AND person_id = ANY ($2)', place::regclass) USING scope, persons;
        GET DIAGNOSTICS gone = ROW_COUNT;
        rows := rows + gone;
    END LOOP;
    DELETE FROM exchange.imported_row AS i
    WHERE i.site_id = scope AND (i.stream_id = asked_child OR i.stream_id = ANY (mine));
    GET DIAGNOSTICS gone = ROW_COUNT;
    rows := rows + gone;
    UPDATE retention.proposed_child AS c SET disposed_at = asked_at
    WHERE c.site_id = scope AND c.child_id = asked_child AND c.number = asked_number;
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION record.dispose(integer, uuid, date, timestamptz) IS
    'Destroys a child''s record with its episodes and leaves a stub of each stream: the one way in which events are deleted.';
GRANT EXECUTE ON FUNCTION record.dispose(integer, uuid, date, timestamptz) TO homeward_application;

-- For whoever asks what is kept of them. It reads the catalogue, so that no table that comes later is forgotten, and it runs
-- with the rights of whoever calls, so that it gives no row that they could not read.
CREATE FUNCTION record.rows_about(asked_child uuid)
    RETURNS TABLE (place text, item bigint, field text, value text)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    scope integer := nullif(current_setting('homeward.site', true), '')::integer;
    mine uuid[];
    one record;
BEGIN
    SELECT array_agg(e.episode_id) INTO mine FROM record.episode AS e WHERE e.site_id = scope AND e.child_id = asked_child;
    mine := array_append(mine, asked_child);
    FOR one IN
        SELECT c.oid::regclass::text AS name,
            string_agg(format('t.%I = ANY ($2)', a.attname), ' OR ' ORDER BY a.attnum)
                FILTER (WHERE a.attname IN ('child_id', 'episode_id', 'stream_id', 'subject_id', 'person_id', 'target_id'))
                AS condition
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$|extension$)'
            AND has_table_privilege(c.oid, 'SELECT')
        GROUP BY c.oid
        HAVING bool_or(a.attname = 'site_id') AND bool_or(
            a.attname IN ('child_id', 'episode_id', 'stream_id', 'subject_id', 'person_id', 'target_id'))
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::text, r.n, e.key, e.value
            FROM (
                SELECT row_number() OVER (ORDER BY to_jsonb(t)) AS n, to_jsonb(t) - ''site_id'' AS fields
                FROM %s AS t WHERE t.site_id = $1 AND (%s)
            ) AS r CROSS JOIN jsonb_each_text(r.fields) AS e
            WHERE e.value IS NOT NULL ORDER BY r.n, e.key',
            one.name, one.name::regclass, one.condition
        ) USING scope, mine;
    END LOOP;
END
$$;
COMMENT ON FUNCTION record.rows_about(uuid) IS
    'Every row of every table that the caller may read and that names a child or one of its episodes, field by field.';
GRANT EXECUTE ON FUNCTION record.rows_about(uuid) TO homeward_application;
