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
    SELECT site_id, child_key, min(started_on) AS started_on, count(*) FILTER (WHERE shape <> $8) AS stale
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
    GROUP BY site_id, child_key
),
tracked AS (
    SELECT
        site_id,
        child_key,
        started_on,
        (started_on + make_interval(months => $11))::date <= $7 AS is_finished,
        least((started_on + make_interval(months => $11))::date, $7) AS until,
        stale
    FROM cohort
    -- Kept apart, or the day would be worked out as often as it is named.
    OFFSET 0
),
spell AS (
    SELECT
        site_id,
        child_key,
        count(*) FILTER (WHERE shape <> $9) AS stale,
        range_agg(daterange(started_on, ended_on)) FILTER (WHERE looked_after) AS days
    FROM reporting.care_spell_fact
    WHERE site_id = ANY ($1)
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY site_id, child_key
)
SELECT
    count(*) AS children,
    count(*) FILTER (WHERE is_finished) AS finished,
    count(*) FILTER (WHERE spell.child_key IS NULL) AS unrecorded,
    coalesce(sum(until - started_on), 0)::bigint AS child_days,
    coalesce(sum(
        CASE WHEN spell.days IS NOT NULL THEN (
            SELECT sum(upper(care) - lower(care))
            FROM unnest(spell.days * datemultirange(daterange(tracked.started_on, tracked.until))) AS care
        ) END
    ), 0)::bigint AS care_days,
    count(*) FILTER (WHERE spell.days @> until - 1) AS in_care,
    coalesce(sum(tracked.stale + coalesce(spell.stale, 0)), 0)::bigint AS stale
FROM tracked
LEFT JOIN spell ON spell.site_id = tracked.site_id AND spell.child_key = tracked.child_key
