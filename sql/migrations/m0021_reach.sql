-- Which rows of a site somebody reaches: row-level security by family, team and kind of content.
--
-- Beside the site, every transaction of the application has a reach, in settings that end with it:
--   homeward.reach    `site`: all of the site; `some`: what `homeward.reached` lists; unset: nothing.
--   homeward.reached  ids of episodes, children, people and teams.
--   homeward.barred   ids of what the person must not see, whatever the reach.
--   homeward.aspects  kinds of content: identity, narrative, record, scores, staff-measures.
-- The programme's own work sets `site` and all kinds. For accounts `access.enter` works out the rest from their grants, in
-- the transaction that then acts.
--
-- The policies are restrictive: they take away from what `application_scope` gives. What they ask of a setting stands in
-- a sub-select without a row's columns, so it is worked out once a statement: an InitPlan, or a hashed SubPlan.

CREATE FUNCTION access.sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(current_setting('homeward.reach', true), '') = 'site';
END;
COMMENT ON FUNCTION access.sees_all() IS 'Whether the transaction reaches all of its site, but for what is barred.';

CREATE FUNCTION access.is_unbounded() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(current_setting('homeward.reach', true), '') = 'site'
        AND coalesce(current_setting('homeward.barred', true), '') IN ('', '{}');
END;
COMMENT ON FUNCTION access.is_unbounded() IS
    'Whether the transaction reaches all of its site and nothing is barred: then a row costs no more than without a policy.';

CREATE FUNCTION access.reached() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(nullif(current_setting('homeward.reached', true), ''), '{}')::uuid[]
    WHERE current_setting('homeward.reach', true) = 'some';
END;
COMMENT ON FUNCTION access.reached() IS 'What the transaction reaches when it does not reach all of the site; else null.';

CREATE FUNCTION access.barred() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(nullif(current_setting('homeward.barred', true), ''), '{}')::uuid[];
END;
COMMENT ON FUNCTION access.barred() IS 'What the transaction must not reach; it beats everything else.';

CREATE FUNCTION access.sees(kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT kind = ANY (coalesce(nullif(current_setting('homeward.aspects', true), ''), '{}')::text[]);
END;
COMMENT ON FUNCTION access.sees(text) IS 'Whether the transaction sees a kind of content.';

GRANT EXECUTE ON FUNCTION
    access.sees_all(), access.is_unbounded(), access.reached(), access.barred(), access.sees(text) TO homeward_application;

CREATE FUNCTION access.family_of(site integer, episodes uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT ARRAY(
        SELECT e.child_id FROM record.episode AS e WHERE e.site_id = site AND e.episode_id = ANY (episodes)
        UNION
        SELECT p.participant_id FROM record.participant AS p WHERE p.site_id = site AND p.episode_id = ANY (episodes));
END;
COMMENT ON FUNCTION access.family_of(integer, uuid[]) IS 'The children of episodes and the others who take part.';

CREATE FUNCTION access.enter(
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
        set_config('homeward.aspects', aspects::text, true);
    RETURN NEXT;
END
$$;
COMMENT ON FUNCTION access.enter(uuid, date, boolean, uuid[], text[], text[], uuid[], text[]) IS
    'Sets the reach of the transaction for an account from what its grants claim on a day, and answers where it is on call.';
GRANT EXECUTE ON FUNCTION access.enter(uuid, date, boolean, uuid[], text[], text[], uuid[], text[])
    TO homeward_application;

-- What belongs to an episode.

CREATE POLICY reach ON record.assignment AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.contact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.episode AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.follow_up AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.interview AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.model_fact AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.module_run AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.outcome AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.participant AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.phase_spell AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.tracker_state AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON access.bar AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR episode_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND episode_id <> ALL ((SELECT access.barred())::uuid[])
    );

-- What belongs to a child.

CREATE POLICY reach ON record.child AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.offence AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.placement AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.provision AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.school_status AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR child_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND child_id <> ALL ((SELECT access.barred())::uuid[])
    );

-- What belongs to a team.

CREATE POLICY reach ON record.team AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.team_session AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.team_attendance AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.training AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.on_call_spell AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.licence_term AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.briefing AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[])
    );

-- Streams: of episodes, children and teams. That a team was opened is no secret of the team.

CREATE POLICY reach ON record.stream AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND stream_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON record.event AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND stream_id <> ALL ((SELECT access.barred())::uuid[])
        OR stream = 'team' AND seq = 1
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR stream_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND stream_id <> ALL ((SELECT access.barred())::uuid[])
        OR stream = 'team' AND seq = 1
    );

-- What is owed, by episodes and teams.

CREATE POLICY reach ON duty.subject AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON duty.obligation AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    );

CREATE POLICY reach ON duty.alert AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    )
    WITH CHECK (
        (SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR subject_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND subject_id <> ALL ((SELECT access.barred())::uuid[])
    );

-- Who still owes a return about a colleague: for the box alone.

CREATE POLICY reach ON duty.measure_slot AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('staff-measures'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[]))
    )
    WITH CHECK (
        (SELECT access.sees('staff-measures'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[]))
    );

CREATE POLICY reach ON duty.measure_rater AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('staff-measures'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[]))
    )
    WITH CHECK (
        (SELECT access.sees('staff-measures'))
        AND ((SELECT access.is_unbounded())
        OR ((SELECT access.sees_all()) OR team_id IN (SELECT r.id FROM unnest(access.reached()) AS r (id)))
        AND team_id <> ALL ((SELECT access.barred())::uuid[]))
    );

-- Who people are, what was written in words, what was imported, and scores.

CREATE POLICY reach ON identity.person AS RESTRICTIVE TO homeward_application
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

CREATE POLICY content ON narrative.text AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('narrative'))
    )
    WITH CHECK (
        (SELECT access.sees('narrative'))
    );

CREATE POLICY content ON record.interview AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees('scores'))
    )
    WITH CHECK (
        (SELECT access.sees('scores'))
    );

CREATE POLICY reach ON exchange.imported_row AS RESTRICTIVE TO homeward_application
    USING (
        (SELECT access.sees_all()) AND (SELECT access.sees('identity'))
    )
    WITH CHECK (
        (SELECT access.sees_all()) AND (SELECT access.sees('identity'))
    );
