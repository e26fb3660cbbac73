-- Days looked after of the children of a contract, of all their days in a window of their own (published.md P2).
--
-- The children are those whose treatment began in the period, each once, by its first such treatment. Each is tracked from
-- its first session for so many months, at the longest up to the day that is asked for; overlapping spells are joined
-- before they are measured. Days are half-open.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as indicators.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only children whom this team accepted; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts, of first sessions
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 date         the first day that is not tracked any more
--   $8 smallint     the shape of episodes' facts that is understood
--   $9 smallint     the shape of spells' facts that is understood
--   $10 text        only children for whom this authority answers; null for all
--   $11 integer     months of the window
--
-- Columns, one row
--   children        children of the contract
--   finished        those whose window is over
--   unrecorded      those without any spell on record
--   child_days      days in their windows
--   care_days       those of them on which they were looked after
--   in_care         children who are looked after on the last day that is tracked
--   stale           facts of another shape than $8 or $9; any makes the rest unusable
WITH cohort AS (
    SELECT DISTINCT ON (site_id, child_key)
        site_id, child_key, started_on, shape,
        least((started_on + make_interval(months => $11))::date, $7) AS until,
        (started_on + make_interval(months => $11))::date <= $7 AS is_finished
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR decided_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($10::text IS NULL OR responsible_authority = $10)
        AND started_on >= $4
        AND started_on < $5
        AND started_on < $7
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    ORDER BY site_id, child_key, started_on, fact_key
),
child AS (
    SELECT
        cohort.site_id,
        cohort.child_key,
        cohort.started_on,
        cohort.until,
        cohort.is_finished,
        cohort.shape,
        count(spell.shape) AS spells,
        count(*) FILTER (WHERE spell.shape <> $9) AS stale,
        range_agg(
            daterange(greatest(spell.started_on, cohort.started_on), least(spell.ended_on, cohort.until))
        ) FILTER (
            WHERE spell.looked_after
                AND spell.started_on < cohort.until
                AND (spell.ended_on IS NULL OR spell.ended_on > cohort.started_on)
        ) AS care
    FROM cohort
    LEFT JOIN reporting.care_spell_fact AS spell
        ON spell.site_id = cohort.site_id
        AND spell.child_key = cohort.child_key
        AND (
            ($6::timestamptz IS NULL AND spell.known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND spell.known_from <= $6 AND $6 < spell.known_to)
        )
    GROUP BY 1, 2, 3, 4, 5, 6
)
SELECT
    count(*) AS children,
    count(*) FILTER (WHERE is_finished) AS finished,
    count(*) FILTER (WHERE spells = 0) AS unrecorded,
    coalesce(sum(until - started_on), 0)::bigint AS child_days,
    coalesce(sum((SELECT sum(upper(days) - lower(days)) FROM unnest(care) AS days)), 0)::bigint AS care_days,
    count(*) FILTER (WHERE care @> until - 1) AS in_care,
    count(*) FILTER (WHERE shape <> $8) + coalesce(sum(stale), 0)::bigint AS stale
FROM child
