-- The sums behind the days in care of a cohort of children (uk.md 6.1).
--
-- The cohort are children with an accepted referral, each once, however many episodes they have. The days of a measure
-- are counted once a child: what overlaps is joined before it is measured. Spells are half-open, so contiguous spells
-- share no day, and one that lasts counts up to the end of the window.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$6 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only children whom this team accepted; null for all
--   $3 text         only children accepted under this model; null for all
--   $4 date         the first day that counts
--   $5 date         the first day that no longer counts, not before $4
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 smallint     the shape of episodes' facts that is understood
--   $8 smallint     the shape of spells' facts that is understood
--   $9 text         only children accepted while this authority answered for them; null for all
--
-- Columns, one row
--   stale           facts of another shape than $7 or $8, and all facts of the sites that are of an older shape than $7
--                   (spells of their children may lack their facts); any makes the rest unusable
--   children        children of the cohort
--   without_spells  those of them with no spell on record, whenever and of whatever kind
--   looked_after_days, looked_after_children, out_of_home_days, out_of_home_children, custody_days, custody_children
--                   days within the window, and children who had any
WITH cohort AS (
    SELECT
        site_id,
        child_key,
        count(*) FILTER (WHERE shape <> $7) AS stale
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR decided_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($9::text IS NULL OR responsible_authority = $9)
        AND decision = 'accepted'
        AND decided_on < $5
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY site_id, child_key
),
-- Of a child's spells, those on record and its days of each measure within the window; what overlaps is joined here.
spell AS (
    SELECT
        site_id,
        child_key,
        count(*) FILTER (WHERE shape <> $8) AS stale,
        range_agg(days) FILTER (WHERE looked_after) AS looked_after,
        range_agg(days) FILTER (WHERE out_of_home) AS out_of_home,
        range_agg(days) FILTER (WHERE custody) AS custody
    FROM (
        SELECT
            site_id,
            child_key,
            shape,
            looked_after,
            out_of_home,
            custody,
            CASE WHEN started_on < $5 AND (ended_on IS NULL OR ended_on > $4)
                THEN daterange(greatest(started_on, $4), least(ended_on, $5))
                ELSE 'empty'::daterange
            END AS days
        FROM reporting.care_spell_fact
        WHERE site_id = ANY ($1)
            AND (
                ($6::timestamptz IS NULL AND known_to = 'infinity')
                OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
            )
    ) AS clipped
    GROUP BY site_id, child_key
),
-- Kept, or each sum would be made twice: for its total and for the children who have any.
counted AS MATERIALIZED (
    SELECT
        cohort.stale + coalesce(spell.stale, 0) AS stale,
        spell.child_key IS NOT NULL AS has_spell,
        CASE WHEN looked_after IS NOT NULL
            THEN (SELECT sum(upper(days) - lower(days)) FROM unnest(looked_after) AS days)
        END AS looked_after,
        CASE WHEN out_of_home IS NOT NULL
            THEN (SELECT sum(upper(days) - lower(days)) FROM unnest(out_of_home) AS days)
        END AS out_of_home,
        CASE WHEN custody IS NOT NULL
            THEN (SELECT sum(upper(days) - lower(days)) FROM unnest(custody) AS days)
        END AS custody
    FROM cohort
    LEFT JOIN spell ON spell.site_id = cohort.site_id AND spell.child_key = cohort.child_key
)
SELECT
    coalesce(sum(stale), 0)::bigint
        + (SELECT count(*) FROM reporting.episode_fact WHERE site_id = ANY ($1) AND shape < $7) AS stale,
    count(*) AS children,
    count(*) FILTER (WHERE NOT has_spell) AS without_spells,
    coalesce(sum(looked_after), 0)::bigint AS looked_after_days,
    count(*) FILTER (WHERE looked_after > 0) AS looked_after_children,
    coalesce(sum(out_of_home), 0)::bigint AS out_of_home_days,
    count(*) FILTER (WHERE out_of_home > 0) AS out_of_home_children,
    coalesce(sum(custody), 0)::bigint AS custody_days,
    count(*) FILTER (WHERE custody > 0) AS custody_children
FROM counted
