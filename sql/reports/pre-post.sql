-- Which children had provision by social care in a window before treatment and in one after it (published.md P2).
--
-- Each child counts once, by the first of its treatments that was closed in the period. The window before ends on the day
-- before the first session; the one after begins on the day of closing. Children whose window after is not over are
-- counted apart.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as indicators.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only closures of this team; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts, of closings
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 date         the day it is; it counts
--   $8 smallint     the shape of episodes' facts that is understood
--   $9 smallint     the shape of spells' facts that is understood
--   $10 text        only children for whom this authority answers; null for all
--   $11 integer     days of the window before
--   $12 integer     days of the window after
--
-- Columns, one row for each kind of provision that a child has, one for any of them ('any') and one for all children (null)
--   kind
--   before, after   children of the kind with a day in the window; null in the last row
--   children        children whose windows are over; in the last row only
--   not_over        children whose window after is not; in the last row only
--   unrecorded      of the children, those without any spell on record; in the last row only
--   stale           facts of another shape than $8 or $9; in the last row only; any makes the rest unusable
WITH closing AS (
    SELECT site_id, child_key, started_on, closed_on, shape
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR closed_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($10::text IS NULL OR responsible_authority = $10)
        AND started_on IS NOT NULL
        AND closed_on >= $4
        AND closed_on < $5
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
),
-- The first by closing, and of one day the one that began first: both days in one number, so that nothing is sorted.
earliest AS (
    SELECT
        site_id,
        child_key,
        min((closed_on - date '0001-01-01')::bigint * 10000000 + (started_on - date '0001-01-01')) AS days,
        count(*) FILTER (WHERE shape <> $8) AS stale
    FROM closing
    GROUP BY site_id, child_key
),
cohort AS (
    SELECT
        site_id,
        child_key,
        date '0001-01-01' + (days % 10000000)::integer AS started_on,
        date '0001-01-01' + (days / 10000000)::integer AS closed_on,
        date '0001-01-01' + (days / 10000000)::integer + $12::integer <= $7::date + 1 AS is_over,
        stale
    FROM earliest
),
-- By child and kind; the kind is null for whatever is no provision.
had AS MATERIALIZED (
    SELECT
        cohort.site_id,
        cohort.child_key,
        cohort.is_over,
        CASE WHEN spell.measure = 'provision' THEN spell.term END AS kind,
        bool_or(
            spell.started_on < cohort.started_on
                AND (spell.ended_on IS NULL OR spell.ended_on > cohort.started_on - $11::integer)
        ) AS before,
        bool_or(
            spell.started_on < cohort.closed_on + $12::integer
                AND (spell.ended_on IS NULL OR spell.ended_on > cohort.closed_on)
        ) AS after,
        count(*) FILTER (WHERE spell.shape <> $9) AS stale
    FROM cohort
    JOIN reporting.care_spell_fact AS spell
        ON spell.site_id = cohort.site_id AND spell.child_key = cohort.child_key
    WHERE ($6::timestamptz IS NULL AND spell.known_to = 'infinity')
        OR ($6::timestamptz IS NOT NULL AND spell.known_from <= $6 AND $6 < spell.known_to)
    GROUP BY 1, 2, 3, 4
),
recorded AS (
    SELECT
        is_over,
        bool_or(before) FILTER (WHERE kind IS NOT NULL) AS before,
        bool_or(after) FILTER (WHERE kind IS NOT NULL) AS after,
        sum(stale) AS stale
    FROM had
    GROUP BY site_id, child_key, is_over
)
SELECT
    kind,
    count(*) FILTER (WHERE before) AS before,
    count(*) FILTER (WHERE after) AS after,
    0::bigint AS children, 0::bigint AS not_over, 0::bigint AS unrecorded, 0::bigint AS stale
FROM had
WHERE is_over AND kind IS NOT NULL
GROUP BY kind
UNION ALL
SELECT 'any', count(*) FILTER (WHERE before), count(*) FILTER (WHERE after), 0, 0, 0, 0 FROM recorded WHERE is_over
UNION ALL
SELECT
    NULL, 0, 0,
    total.children,
    total.not_over,
    total.children - (SELECT count(*) FROM recorded WHERE is_over),
    total.stale + (SELECT coalesce(sum(stale), 0)::bigint FROM recorded)
FROM (
    SELECT
        count(*) FILTER (WHERE is_over) AS children,
        count(*) FILTER (WHERE NOT is_over) AS not_over,
        coalesce(sum(stale), 0)::bigint AS stale
    FROM cohort
) AS total
