-- Entering a site costs by how many families are reached, also while the tables are new and nothing is known of their size;
-- and whoever takes the calls of a night over again, because more came, is written down again.

CREATE OR REPLACE FUNCTION access.family_of(site integer, episodes uuid[]) RETURNS uuid[]
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    -- A join, and no search through the array for each row.
    SELECT ARRAY(
        SELECT e.child_id FROM unnest(family_of.episodes) AS o (id)
        JOIN record.episode AS e ON e.site_id = family_of.site AND e.episode_id = o.id
        UNION
        SELECT p.participant_id FROM unnest(family_of.episodes) AS o (id)
        JOIN record.participant AS p ON p.site_id = family_of.site AND p.episode_id = o.id
        UNION
        SELECT b.person_id FROM unnest(family_of.episodes) AS o (id)
        JOIN record.episode AS e ON e.site_id = family_of.site AND e.episode_id = o.id
        JOIN identity.bond AS b ON b.site_id = e.site_id AND b.child_id = e.child_id);
END;

CREATE OR REPLACE FUNCTION access.enter(
    account uuid, day date, everything boolean, teams uuid[], staff text[], on_call text[], opened uuid[], aspects text[]
) RETURNS TABLE (on_call_teams uuid[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    site integer := nullif(current_setting('homeward.site', true), '')::integer;
    shut uuid[];
    episodes uuid[] := '{}';
    barred uuid[] := '{}';
    reached uuid[] := '{}';
BEGIN
    -- Most are kept from nobody, and then nothing more is looked for.
    shut := ARRAY(
        SELECT bar.episode_id FROM access.bar AS bar
        WHERE bar.site_id = site AND bar.account_id = account AND bar.lifted_at IS NULL);
    IF shut <> '{}' THEN
        -- Who knows a family knows it in its other episodes too.
        shut := ARRAY(
            SELECT DISTINCT e.episode_id FROM unnest(shut) AS o (id)
            JOIN record.episode AS b ON b.site_id = site AND b.episode_id = o.id
            JOIN record.episode AS e ON e.site_id = b.site_id AND e.child_id = b.child_id);
        barred := shut || access.family_of(site, shut);
    END IF;
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
    PERFORM set_config('homeward.reach', CASE WHEN everything THEN 'site' ELSE 'some' END, true),
        set_config('homeward.reached', reached::text, true), set_config('homeward.barred', barred::text, true),
        set_config('homeward.aspects', aspects::text, true), set_config('homeward.on_call', on_call_teams::text, true);
    RETURN NEXT;
END
$$;

ALTER TABLE on_call.handover DROP CONSTRAINT handover_pkey,
    ADD CONSTRAINT handover_pkey PRIMARY KEY (site_id, team_id, day, taken_by, calls);
