-- What a service does beside the families' outcomes (clinical.md 5.1 and 6, rows 11 and 12): interviews collected of those
-- owed, and the days on which families were treated.
--
-- An interview is owed so many days after the first session, and then again and again until the closing, each by the day on
-- which it falls due. One counts as collected when a valid one was held before the next fell due; one that was held before
-- the first fell due is the first.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$7 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them. Joined by
-- merging (`enable_hashjoin = off`), families and interviews are read in one order, and nothing but the families is kept:
-- the planner takes a family's site and key for independent of each other and expects next to no interviews.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only families of this team: that has them, or had them at closing; null for all
--   $3 text         only this model; null for all
--   $4 boolean      whether models are pooled under the name 'all'
--   $5 date         the first day that counts: of due days, and of days of treatment
--   $6 date         the first day that no longer counts
--   $7 timestamptz  what was known at this time; null for what is known now
--   $8 date         the day it is; it counts
--   $9 smallint     the shape of episodes' facts that is understood
--   $10 smallint    the shape of interviews' facts that is understood
--   $11 text        only children for whom this authority answers; null for all
--   $12 text[]      models whose families are asked, $13 integer[] after how many days first, $14 integer[] after how many
--                   days again; of one length, both days at least 1
--   $15 integer     the longest of $13, $16 integer that of $14: they bound the days of interviews that are looked at, and the
--                   planner has to know them
--
-- Columns, one row for each model with a family in treatment
--   model           id of the model, or 'all'
--   owed            interviews that fell due in the period and by today
--   collected       those of them that were held
--   open            those that were not, and still can be
--   family_days     days of the period, up to today, on which families were in treatment: from the first session up to the
--                   day before the closing
--   stale           facts of another shape than $9 or $10; any makes the rest unusable
WITH schedule AS (
    SELECT model_id, first_after, every, number::integer AS number
    FROM unnest($12::text[], $13::integer[], $14::integer[]) WITH ORDINALITY
        AS schedule (model_id, first_after, every, number)
),
treated AS (
    SELECT
        fact.site_id,
        fact.fact_key,
        fact.model_id,
        fact.shape,
        fact.started_on,
        fact.closed_on,
        schedule.number,
        schedule.every,
        fact.started_on + schedule.first_after AS first_due,
        -- The places of the first and the last interview of the period, from 1.
        greatest(0, $5::date - fact.started_on - schedule.first_after + schedule.every - 1) / schedule.every + 1 AS first_place,
        CASE
            WHEN least(fact.closed_on, $6::date - 1, $8::date) >= fact.started_on + schedule.first_after
                THEN (least(fact.closed_on, $6::date - 1, $8::date) - fact.started_on - schedule.first_after)
                    / schedule.every + 1
            ELSE 0
        END AS last_place,
        greatest(
            0, least(fact.closed_on, $6::date, $8::date + 1) - greatest(fact.started_on, $5::date)
        ) AS days
    FROM reporting.episode_fact AS fact
    LEFT JOIN schedule USING (model_id)
    WHERE fact.site_id = ANY ($1)
        AND ($2::text IS NULL OR coalesce(fact.closed_team, fact.team) = $2)
        AND ($3::text IS NULL OR fact.model_id = $3)
        AND ($11::text IS NULL OR fact.responsible_authority = $11)
        AND fact.started_on < $6
        AND fact.started_on <= $8
        AND (fact.closed_on IS NULL OR fact.closed_on >= $5)
        AND (
            ($7::timestamptz IS NULL AND fact.known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND fact.known_from <= $7 AND $7 < fact.known_to)
        )
),
-- Kept: it is read for the sums and for the interviews, and is sorted as the interviews lie.
family AS MATERIALIZED (
    SELECT
        site_id,
        fact_key,
        model_id,
        shape,
        started_on,
        number,
        every,
        first_due,
        first_place,
        greatest(0, last_place - first_place + 1) AS owed,
        -- The last that fell due can still be held: the next did not fall due, and treatment goes on or ended today.
        last_place >= first_place AND $8::date < least(first_due + last_place * every, closed_on + 1) AS is_open,
        days
    FROM treated
),
interview AS NOT MATERIALIZED (
    SELECT site_id, episode_key, held_on, shape
    FROM reporting.interview_fact
    WHERE site_id = ANY ($1)
        AND held_on <= $8
        -- The first may be held before the day on which it falls due, the last until the next one does.
        AND held_on >= $5::date - $15::integer
        AND held_on < $6::date + $16::integer
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
),
-- Of each family the places of the period that were filled, a bit each, as far as a number has bits.
filled AS (
    SELECT
        max(family.number) AS number,
        bit_or(1::bigint << slot.place) AS places,
        -- The place of the last, where it can still be filled.
        max(family.owed - 1) FILTER (WHERE family.is_open) AS open_place,
        count(*) FILTER (WHERE interview.shape <> $10) AS stale
    FROM family
    JOIN interview ON interview.site_id = family.site_id AND interview.episode_key = family.fact_key
    CROSS JOIN LATERAL (
        SELECT
            CASE
                WHEN interview.held_on < family.first_due THEN 1
                ELSE (interview.held_on - family.first_due) / family.every + 1
            END - family.first_place AS place
    ) AS slot
    WHERE family.owed > 0
        AND interview.held_on >= family.started_on
        AND slot.place BETWEEN 0 AND least(family.owed, 64) - 1
    GROUP BY interview.site_id, interview.episode_key
),
-- The same of places that are further on, one by one; only a family that is treated for years has any.
beyond AS (
    SELECT
        family.number,
        family.is_open AND slot.place = family.owed - 1 AS is_last_open,
        count(*) FILTER (WHERE interview.shape <> $10) AS stale
    FROM family
    JOIN interview ON interview.site_id = family.site_id AND interview.episode_key = family.fact_key
    CROSS JOIN LATERAL (
        SELECT (interview.held_on - family.first_due) / family.every + 1 - family.first_place AS place
    ) AS slot
    WHERE family.owed > 64
        AND interview.held_on >= family.first_due
        AND slot.place BETWEEN 64 AND family.owed - 1
    GROUP BY family.site_id, family.fact_key, family.number, family.is_open, family.owed, slot.place
),
collected AS (
    SELECT
        number,
        sum(bit_count(places::bit(64))) AS collected,
        count(*) FILTER (WHERE open_place < 64 AND (places >> open_place) & 1 = 1) AS last_held,
        sum(stale) AS stale
    FROM filled
    GROUP BY number
    UNION ALL
    SELECT number, count(*), count(*) FILTER (WHERE is_last_open), sum(stale) FROM beyond GROUP BY number
),
counted AS (
    SELECT
        model_id,
        number,
        sum(owed) AS owed,
        count(*) FILTER (WHERE is_open) AS open,
        sum(days) AS days,
        count(*) FILTER (WHERE shape <> $9) AS stale
    FROM family
    GROUP BY 1, 2
)
SELECT
    CASE WHEN $4 THEN 'all' ELSE model_id END AS model,
    coalesce(sum(owed), 0)::bigint AS owed,
    coalesce(sum(collected), 0)::bigint AS collected,
    (coalesce(sum(open), 0) - coalesce(sum(last_held), 0))::bigint AS open,
    coalesce(sum(days), 0)::bigint AS family_days,
    (coalesce(sum(counted.stale), 0) + coalesce(sum(held.stale), 0))::bigint AS stale
FROM counted
LEFT JOIN (
    SELECT number, sum(collected) AS collected, sum(last_held) AS last_held, sum(stale) AS stale
    FROM collected
    GROUP BY 1
) AS held USING (number)
GROUP BY 1
ORDER BY 1
