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
-- Of each spell its days within the window that no spell which began before has, measure by measure: what overlaps is
-- counted once, without a set of days for each child.
spell AS (
    SELECT
        site_id,
        child_key,
        count(*) FILTER (WHERE shape <> $8) AS stale,
        sum(until - greatest(since, looked_after_before)) FILTER (
            WHERE looked_after AND until > greatest(since, looked_after_before)) AS looked_after,
        sum(until - greatest(since, out_of_home_before)) FILTER (
            WHERE out_of_home AND until > greatest(since, out_of_home_before)) AS out_of_home,
        sum(until - greatest(since, custody_before)) FILTER (
            WHERE custody AND until > greatest(since, custody_before)) AS custody
    FROM (
        SELECT
            site_id,
            child_key,
            shape,
            looked_after,
            out_of_home,
            custody,
            since,
            until,
            max(CASE WHEN looked_after THEN until END) OVER earlier AS looked_after_before,
            max(CASE WHEN out_of_home THEN until END) OVER earlier AS out_of_home_before,
            max(CASE WHEN custody THEN until END) OVER earlier AS custody_before
        FROM (
            SELECT
                site_id,
                child_key,
                shape,
                looked_after,
                out_of_home,
                custody,
                greatest(started_on, $4) AS since,
                least(ended_on, $5) AS until
            FROM reporting.care_spell_fact
            WHERE site_id = ANY ($1)
                AND (
                    ($6::timestamptz IS NULL AND known_to = 'infinity')
                    OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
                )
        ) AS clipped
        WINDOW earlier AS (
            PARTITION BY site_id, child_key ORDER BY since ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
    ) AS measured
    GROUP BY site_id, child_key
)
SELECT
    coalesce(sum(cohort.stale), 0)::bigint + coalesce(sum(spell.stale), 0)::bigint
        + (SELECT count(*) FROM reporting.episode_fact WHERE site_id = ANY ($1) AND shape < $7) AS stale,
    count(*) AS children,
    count(*) FILTER (WHERE spell.child_key IS NULL) AS without_spells,
    coalesce(sum(looked_after), 0)::bigint AS looked_after_days,
    count(looked_after) AS looked_after_children,
    coalesce(sum(out_of_home), 0)::bigint AS out_of_home_days,
    count(out_of_home) AS out_of_home_children,
    coalesce(sum(custody), 0)::bigint AS custody_days,
    count(custody) AS custody_children
FROM cohort
LEFT JOIN spell ON spell.site_id = cohort.site_id AND spell.child_key = cohort.child_key
