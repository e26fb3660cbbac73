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
-- Of each child the days of each kind of provision; and of all kinds together, in a row that each child with a spell has.
provision AS (
    SELECT
        site_id,
        child_key,
        term AS kind,
        grouping(term) = 1 AS is_any,
        range_agg(daterange(started_on, ended_on)) FILTER (WHERE measure = 'provision') AS days,
        count(*) FILTER (WHERE shape <> $9) AS stale
    FROM reporting.care_spell_fact
    WHERE site_id = ANY ($1)
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY GROUPING SETS ((site_id, child_key, term), (site_id, child_key))
),
counted AS (
    SELECT
        cohort.is_over,
        provision.kind,
        coalesce(provision.is_any, true) AS is_any,
        provision.child_key IS NOT NULL AS has_spell,
        provision.days IS NOT NULL AS has_provision,
        coalesce(provision.days && daterange(cohort.started_on - $11::integer, cohort.started_on), false) AS before,
        coalesce(provision.days && daterange(cohort.closed_on, cohort.closed_on + $12::integer), false) AS after,
        count(*) AS children,
        sum(cohort.stale + coalesce(provision.stale, 0)) AS stale
    FROM cohort
    LEFT JOIN provision ON provision.site_id = cohort.site_id AND provision.child_key = cohort.child_key
    GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT
    kind,
    coalesce(sum(children) FILTER (WHERE before), 0)::bigint AS before,
    coalesce(sum(children) FILTER (WHERE after), 0)::bigint AS after,
    0::bigint AS children, 0::bigint AS not_over, 0::bigint AS unrecorded, 0::bigint AS stale
FROM counted
WHERE is_over AND NOT is_any AND has_provision
GROUP BY kind
UNION ALL
SELECT
    'any',
    coalesce(sum(children) FILTER (WHERE before), 0)::bigint,
    coalesce(sum(children) FILTER (WHERE after), 0)::bigint,
    0, 0, 0, 0
FROM counted
WHERE is_over AND is_any
UNION ALL
SELECT
    NULL, 0, 0,
    coalesce(sum(children) FILTER (WHERE is_over), 0)::bigint,
    coalesce(sum(children) FILTER (WHERE NOT is_over), 0)::bigint,
    coalesce(sum(children) FILTER (WHERE is_over AND NOT has_spell), 0)::bigint,
    coalesce(sum(stale), 0)::bigint
FROM counted
WHERE is_any
