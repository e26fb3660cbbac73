-- The team's telephone: who rang, about which family, and what was done; and who took the night's calls over in the morning.

CREATE SCHEMA on_call;
COMMENT ON SCHEMA on_call IS 'Calls to the telephones of teams, and who took them over.';
GRANT USAGE ON SCHEMA on_call TO homeward_application;

-- Which telephones somebody carries on the day: a call that names no family is seen by whoever has the telephone, as its
-- families are.
CREATE FUNCTION access.on_call() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(nullif(current_setting('homeward.on_call', true), ''), '{}')::uuid[]
    WHERE current_setting('homeward.reach', true) = 'some';
END;
COMMENT ON FUNCTION access.on_call() IS 'The teams whose telephone the asker carries today; null when all of the site is reached.';
GRANT EXECUTE ON FUNCTION access.on_call() TO homeward_application;

CREATE OR REPLACE FUNCTION access.enter(
    account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]
) RETURNS TABLE (on_call_teams uuid[])
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    site integer := nullif(current_setting('homeward.site', true), '')::integer;
    shut uuid[];
    episodes uuid[] := '{}';
    barred uuid[] := '{}';
    reached uuid[] := '{}';
BEGIN
    -- Who knows a family knows it in its other episodes too.
    shut := ARRAY(
        SELECT e.episode_id FROM record.episode AS e
        WHERE e.site_id = site AND e.child_id IN (
            SELECT b.child_id FROM record.episode AS b
            JOIN access.bar AS bar ON bar.site_id = b.site_id AND bar.episode_id = b.episode_id
            WHERE bar.site_id = site AND bar.account_id = account AND bar.lifted_at IS NULL));
    on_call_teams := ARRAY(
        SELECT DISTINCT s.team_id FROM record.on_call_spell AS s
        WHERE s.site_id = site AND s.staff = ANY (on_call) AND day BETWEEN s.from_day AND s.through_day);
    IF NOT everything THEN
        episodes := ARRAY(
            SELECT e.episode_id FROM record.episode AS e
            WHERE e.site_id = site AND e.episode_id <> ALL (shut) AND (
                e.team_id = ANY (enter.teams || on_call_teams) OR e.therapist = ANY (enter.staff)
                OR e.episode_id = ANY (opened)));
        reached := teams || episodes || access.family_of(site, episodes);
    END IF;
    barred := shut || access.family_of(site, shut);
    PERFORM set_config('homeward.reach', CASE WHEN everything THEN 'site' ELSE 'some' END, true),
        set_config('homeward.reached', reached::text, true), set_config('homeward.barred', barred::text, true),
        set_config('homeward.aspects', aspects::text, true), set_config('homeward.on_call', on_call_teams::text, true);
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION access.enter(uuid, date, boolean, uuid[], text[], text[], uuid[], text[]) IS
    'Sets the reach of the transaction for an account from what its grants claim on a day, and answers where it is on call.';

-- Whom to ring is no secret among those who work at a site: the site's file says it too.
CREATE FUNCTION access.telephones(from_asked date, through_asked date)
    RETURNS TABLE (team_id uuid, staff text, from_day date, through_day date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT s.team_id, s.staff::text, s.from_day, s.through_day FROM record.on_call_spell AS s
    WHERE s.site_id = nullif(current_setting('homeward.site', true), '')::integer
        AND s.from_day <= through_asked AND s.through_day >= from_asked
    ORDER BY s.team_id, s.from_day, s.staff;
END;
COMMENT ON FUNCTION access.telephones(date, date) IS
    'Who carries which team''s telephone on some days, at the site in scope: codes and days.';
GRANT EXECUTE ON FUNCTION access.telephones(date, date) TO homeward_application;

CREATE TABLE on_call.call (
    site_id integer NOT NULL,
    call_id uuid NOT NULL,
    team_id uuid NOT NULL,
    stream text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('episode') STORED,
    episode_id uuid,
    caller text COLLATE "C" NOT NULL,
    done text COLLATE "C" NOT NULL,
    came_at timestamptz NOT NULL,
    narrative_id uuid,
    commitment bytea,
    taken_by site.code NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT call_pkey PRIMARY KEY (site_id, call_id),
    CONSTRAINT call_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team (site_id, team_id),
    CONSTRAINT call_stream_fkey FOREIGN KEY (site_id, stream, episode_id)
        REFERENCES record.stream (site_id, stream, stream_id) ON DELETE CASCADE,
    CONSTRAINT call_caller_known CHECK (caller IN ('carer', 'young-person', 'police', 'social-worker', 'other')),
    CONSTRAINT call_done_known CHECK (
        done IN ('advice', 'safety-plan', 'visit', 'emergency-services', 'supervisor', 'nothing', 'other')),
    CONSTRAINT call_came_at_finite CHECK (isfinite(came_at)),
    CONSTRAINT call_recorded_after_it_came CHECK (recorded_at >= came_at AND isfinite(recorded_at)),
    CONSTRAINT call_words_as_one CHECK ((narrative_id IS NULL) = (commitment IS NULL)),
    CONSTRAINT call_commitment_is_sha256 CHECK (octet_length(commitment) = 32)
);
COMMENT ON TABLE on_call.call IS 'Calls to the telephone of a team, as they were taken; append-only.';
COMMENT ON COLUMN on_call.call.call_id IS 'Made with the form that it is typed in, so that what is sent twice stands once.';
COMMENT ON COLUMN on_call.call.episode_id IS 'The family that it was about; null when it was nobody of the record.';
COMMENT ON COLUMN on_call.call.caller IS 'What the caller is; never a name.';
COMMENT ON COLUMN on_call.call.done IS 'What was done, in one word.';
COMMENT ON COLUMN on_call.call.narrative_id IS
    'What was said, sealed under the child''s key; under the site''s when the call names no family. Null without words.';
COMMENT ON COLUMN on_call.call.commitment IS 'SHA-256 over the text''s salt and sealed bytes.';
CREATE INDEX call_recorded_idx ON on_call.call (site_id, recorded_at);
CREATE INDEX call_stream_idx ON on_call.call (site_id, stream, episode_id) WHERE episode_id IS NOT NULL;
ALTER TABLE on_call.call ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON on_call.call TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON on_call.call TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON on_call.call AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR (
            (SELECT access.sees_all())
            OR coalesce(episode_id, team_id) IN (SELECT r.id FROM unnest(access.reached()) AS r (id))
            OR (episode_id IS NULL AND team_id IN (SELECT t.id FROM unnest(access.on_call()) AS t (id)))
        ) AND coalesce(episode_id, team_id) <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR (
            (SELECT access.sees_all())
            OR coalesce(episode_id, team_id) IN (SELECT r.id FROM unnest(access.reached()) AS r (id))
            OR (episode_id IS NULL AND team_id IN (SELECT t.id FROM unnest(access.on_call()) AS t (id)))
        ) AND coalesce(episode_id, team_id) <> ALL ((SELECT access.barred())::uuid[])
    );
GRANT SELECT, INSERT ON on_call.call TO homeward_application;

CREATE TABLE on_call.handover (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    day date NOT NULL,
    taken_by site.code NOT NULL,
    taken_at timestamptz NOT NULL,
    calls integer NOT NULL,
    CONSTRAINT handover_pkey PRIMARY KEY (site_id, team_id, day, taken_by),
    CONSTRAINT handover_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team (site_id, team_id),
    CONSTRAINT handover_day_finite CHECK (isfinite(day)),
    CONSTRAINT handover_taken_at_finite CHECK (isfinite(taken_at)),
    CONSTRAINT handover_calls_not_negative CHECK (calls >= 0)
);
COMMENT ON TABLE on_call.handover IS 'Who read the calls of a night on which morning; append-only.';
COMMENT ON COLUMN on_call.handover.day IS 'The day whose morning it was.';
COMMENT ON COLUMN on_call.handover.calls IS 'How many calls they read.';
ALTER TABLE on_call.handover ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON on_call.handover TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON on_call.handover TO homeward_owner USING (true) WITH CHECK (true);
CREATE POLICY reach ON on_call.handover AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR (
            (SELECT access.sees_all())
            OR team_id IN (SELECT r.id FROM unnest(access.reached() || access.on_call()) AS r (id))
        ) AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR (
            (SELECT access.sees_all())
            OR team_id IN (SELECT r.id FROM unnest(access.reached() || access.on_call()) AS r (id))
        ) AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );
GRANT SELECT, INSERT ON on_call.handover TO homeward_application;
CREATE TRIGGER handover_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON on_call.handover
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
