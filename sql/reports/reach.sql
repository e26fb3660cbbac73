-- Whom the service reaches (uk.md 6.4 and 6.5): who was referred and whose treatment began, by what is known of the child.
--
-- A family counts once for each of its episodes. Referrals count by the day of referral and treatments by the first
-- session; of one episode both, one or none may lie in the period.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as indicators.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only families of this team: that decided, or has them; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 smallint     the shape of facts that is understood
--   $8 text         only children for whom this authority answers; null for all
--
-- Columns, one row for each word of each dimension, and one for all families
--   dimension       all, age, sex, ethnicity, authority, deprivation, source
--   word            the code; null for all families, and for those of whom it is not known
--   referred, started, stale
-- Families that are alike are put together first, by who they are and by where they live: each has few combinations,
-- whatever the size of the network, where all together would have nearly as many as there are families.
WITH alike AS (
    SELECT
        grouping(sex) = 1 AS is_place,
        age_months / 12 AS years,
        nullif(sex, 'U') AS sex,
        ethnicity::text AS ethnicity,
        referral_source::text AS source,
        responsible_authority::text AS authority,
        deprivation_index,
        deprivation_decile,
        count(*) FILTER (WHERE referred_on >= $4 AND referred_on < $5) AS referred,
        count(*) FILTER (WHERE started_on >= $4 AND started_on < $5) AS started,
        count(*) FILTER (WHERE shape <> $7) AS stale
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR coalesce(decided_team, team) = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($8::text IS NULL OR responsible_authority = $8)
        AND ((referred_on >= $4 AND referred_on < $5) OR (started_on >= $4 AND started_on < $5))
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
    GROUP BY GROUPING SETS (
        (age_months / 12, sex, ethnicity, referral_source), (responsible_authority, deprivation_index, deprivation_decile)
    )
),
family AS (
    SELECT
        is_place,
        CASE
            WHEN years IS NULL THEN NULL
            WHEN years < 10 THEN '00-09'
            WHEN years < 12 THEN '10-11'
            WHEN years < 14 THEN '12-13'
            WHEN years < 16 THEN '14-15'
            WHEN years < 18 THEN '16-17'
            ELSE '18-and-over'
        END AS age,
        sex,
        ethnicity,
        source,
        authority,
        -- Indexes of nations and years are not comparable, so a decile never stands without its own.
        deprivation_index || '/' || lpad(deprivation_decile::text, 2, '0') AS deprivation,
        referred,
        started,
        stale
    FROM alike
),
counted AS (
    SELECT
        CASE
            WHEN grouping(age) = 0 THEN 'age'
            WHEN grouping(sex) = 0 THEN 'sex'
            WHEN grouping(ethnicity) = 0 THEN 'ethnicity'
            WHEN grouping(source) = 0 THEN 'source'
            ELSE 'all'
        END AS dimension,
        coalesce(age, sex, ethnicity, source) COLLATE "C" AS word,
        sum(referred) AS referred,
        sum(started) AS started,
        sum(stale) AS stale
    FROM family
    WHERE NOT is_place
    GROUP BY GROUPING SETS ((age), (sex), (ethnicity), (source), ())
    UNION ALL
    SELECT
        CASE WHEN grouping(authority) = 0 THEN 'authority' ELSE 'deprivation' END,
        coalesce(authority, deprivation) COLLATE "C",
        sum(referred),
        sum(started),
        sum(stale)
    FROM family
    WHERE is_place
    GROUP BY GROUPING SETS ((authority), (deprivation))
)
SELECT
    dimension,
    word,
    coalesce(referred, 0)::bigint AS referred,
    coalesce(started, 0)::bigint AS started,
    coalesce(stale, 0)::bigint AS stale
FROM counted
ORDER BY 1, 2 NULLS LAST
