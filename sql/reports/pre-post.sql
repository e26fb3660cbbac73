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
WITH cohort AS (
    SELECT DISTINCT ON (site_id, child_key)
        site_id, child_key, started_on, closed_on, shape, closed_on + $12::integer <= $7::date + 1 AS is_over
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
    ORDER BY site_id, child_key, closed_on, started_on, fact_key
),
spell AS (
    SELECT cohort.site_id, cohort.child_key, cohort.is_over, cohort.started_on, cohort.closed_on,
        fact.measure, fact.term, fact.started_on AS began_on, fact.ended_on, fact.shape
    FROM cohort
    JOIN reporting.care_spell_fact AS fact ON fact.site_id = cohort.site_id AND fact.child_key = cohort.child_key
    WHERE ($6::timestamptz IS NULL AND fact.known_to = 'infinity')
        OR ($6::timestamptz IS NOT NULL AND fact.known_from <= $6 AND $6 < fact.known_to)
),
had AS (
    SELECT
        site_id, child_key, term,
        bool_or(began_on < started_on AND (ended_on IS NULL OR ended_on > started_on - $11::integer)) AS before,
        bool_or(began_on < closed_on + $12::integer AND (ended_on IS NULL OR ended_on > closed_on)) AS after
    FROM spell
    WHERE is_over AND measure = 'provision'
    GROUP BY site_id, child_key, term
),
any_kind AS (
    SELECT bool_or(before) AS before, bool_or(after) AS after FROM had GROUP BY site_id, child_key
)
SELECT
    term AS kind,
    count(*) FILTER (WHERE before) AS before,
    count(*) FILTER (WHERE after) AS after,
    0::bigint AS children, 0::bigint AS not_over, 0::bigint AS unrecorded, 0::bigint AS stale
FROM had
GROUP BY term
UNION ALL
SELECT 'any', count(*) FILTER (WHERE before), count(*) FILTER (WHERE after), 0, 0, 0, 0 FROM any_kind
UNION ALL
SELECT
    NULL, 0, 0,
    count(*) FILTER (WHERE is_over),
    count(*) FILTER (WHERE NOT is_over),
    count(*) FILTER (
        WHERE is_over
            AND NOT EXISTS (
                SELECT FROM spell WHERE spell.site_id = cohort.site_id AND spell.child_key = cohort.child_key
            )
    ),
    count(*) FILTER (WHERE shape <> $8) + (SELECT count(*) FROM spell WHERE shape <> $9)
FROM cohort
