-- What is known of families some months after treatment (clinical.md 4.6): answers to outcomes at follow-ups.
--
-- The families are closures of the period with the opportunity for a full course of treatment. A follow-up is due once
-- its day has come; one that was collected counts whenever it was. Families that are alike are put together first, so
-- that answers are read once for all of them.
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
--   $7 date         the day it is
--   $8 smallint     the shape of facts that is understood
--   $9 text         only children for whom this authority answers; null for all
--   $10 integer[]   the months after closing
--   $11 text[]      the outcomes
--
-- Columns, one row for each month and outcome
--   month, outcome
--   yes, no, unknown       of families whose follow-up is due or was collected
--   not_due                families whose follow-up is to come
--   stale                  facts of another shape than $8; any makes the rest unusable
WITH asked AS (
    -- Closings up to `last_on` are due by today. Months differ in length, so the day is tried out.
    SELECT month, place, (
        SELECT max(day::date)
        FROM generate_series(-4, 4) AS shift
        CROSS JOIN LATERAL (SELECT $7::date - make_interval(months => month, days => shift) AS day) AS tried
        WHERE day::date + make_interval(months => month) <= $7::date
    ) AS last_on
    FROM unnest($10::integer[]) WITH ORDINALITY AS asked (month, place)
),
alike AS (
    SELECT
        follow_ups,
        width_bucket(closed_on, (SELECT array_agg(last_on + 1 ORDER BY last_on) FROM asked)) AS past,
        count(*) AS families,
        count(*) FILTER (WHERE shape <> $8) AS stale
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR closed_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($9::text IS NULL OR responsible_authority = $9)
        AND closed_on >= $4
        AND closed_on < $5
        AND closure_group <> 'not_counted'
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY 1, 2
),
answered AS (
    SELECT
        months.month,
        outcomes.outcome,
        alike.families,
        alike.stale,
        CASE
            WHEN alike.follow_ups ? months.month::text
                THEN coalesce(alike.follow_ups ->> (months.month || '/' || outcomes.outcome), 'unknown')
            WHEN alike.past > array_length($10, 1) - months.place THEN 'not due'
            ELSE 'unknown'
        END AS answer
    FROM asked AS months
    CROSS JOIN unnest($11::text[]) AS outcomes (outcome)
    LEFT JOIN alike ON true
)
SELECT
    month,
    outcome,
    coalesce(sum(families) FILTER (WHERE answer = 'yes'), 0)::bigint AS yes,
    coalesce(sum(families) FILTER (WHERE answer = 'no'), 0)::bigint AS no,
    coalesce(sum(families) FILTER (WHERE answer = 'unknown'), 0)::bigint AS unknown,
    coalesce(sum(families) FILTER (WHERE answer = 'not due'), 0)::bigint AS not_due,
    coalesce(sum(stale), 0)::bigint AS stale
FROM answered
GROUP BY month, outcome
ORDER BY month, outcome COLLATE "C"
