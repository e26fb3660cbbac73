-- How long treatment went on without a placement, and what ended it first (statistics.md 6).
--
-- A family is watched from its first session. What ends the watching is the first of: the child comes to live away from
-- home (a spell of that kind that continues none, or a closing for being placed), the closing for any other reason, the
-- child's eighteenth birthday, of which only the month is known, so its first day is taken. Of one day the placement
-- counts first, then the closing. Who is still treated is watched up to the day it is.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as indicators.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only families of this team: that has them, or had them at closing; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts, of first sessions
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 date         the day it is
--   $8 smallint     the shape of episodes' facts that is understood
--   $9 smallint     the shape of spells' facts that is understood
--   $10 text        only children for whom this authority answers; null for all
--
-- Columns, one row for each number of days and cause
--   days            from the first session, 0 or more
--   cause           placed, closed, turned_18; null for families that are still watched
--   families        how many
--   stale           facts of another shape than $8 or $9; any makes the rest unusable
WITH family AS (
    SELECT
        site_id, child_key, started_on, closed_on, closure_group, shape,
        -- Who was of age already is so from the first day on; of whom the age is not known, nobody can say.
        CASE WHEN age_months IS NOT NULL
            THEN greatest(
                (date_trunc('month', referred_on::timestamp) + make_interval(months => 216 - age_months))::date,
                started_on
            )
        END AS adult_on
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR coalesce(closed_team, team) = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($10::text IS NULL OR responsible_authority = $10)
        AND started_on >= $4
        AND started_on < $5
        AND started_on <= $7
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
),
-- Of each child the times away from home, joined where they touch: each begins where it was not away before.
away AS (
    SELECT
        site_id, child_key,
        range_agg(daterange(started_on, ended_on)) AS times,
        count(*) FILTER (WHERE shape <> $9) AS stale
    FROM reporting.care_spell_fact
    WHERE site_id = ANY ($1)
        AND out_of_home
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY site_id, child_key
),
placement AS (
    SELECT
        family.*,
        CASE WHEN away.times IS NOT NULL THEN (
            SELECT min(lower(time)) FROM unnest(away.times) AS time WHERE lower(time) >= family.started_on
        ) END AS placed_on,
        away.stale
    FROM family
    LEFT JOIN away ON away.site_id = family.site_id AND away.child_key = family.child_key
    -- Kept apart, or the first placement would be looked for as often as it is named.
    OFFSET 0
),
watched AS (
    SELECT
        started_on,
        least(placed_on, closed_on, adult_on, $7::date) AS until,
        placed_on,
        CASE closure_group WHEN 'placed' THEN closed_on END AS closed_placed_on,
        closed_on,
        adult_on,
        shape,
        stale
    FROM placement
)
SELECT
    until - started_on AS days,
    CASE
        WHEN placed_on = until OR closed_placed_on = until THEN 'placed'
        WHEN closed_on = until THEN 'closed'
        WHEN adult_on = until THEN 'turned_18'
    END AS cause,
    count(*) AS families,
    count(*) FILTER (WHERE shape <> $8 OR stale > 0) AS stale
FROM watched
GROUP BY 1, 2
ORDER BY 1, 2
