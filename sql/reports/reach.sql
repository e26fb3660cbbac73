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
WITH family AS (
    SELECT
        coalesce(referred_on >= $4 AND referred_on < $5, false) AS is_referred,
        coalesce(started_on >= $4 AND started_on < $5, false) AS is_started,
        CASE
            WHEN age_months IS NULL THEN NULL
            WHEN age_months < 120 THEN '00-09'
            WHEN age_months < 144 THEN '10-11'
            WHEN age_months < 168 THEN '12-13'
            WHEN age_months < 192 THEN '14-15'
            WHEN age_months < 216 THEN '16-17'
            ELSE '18-and-over'
        END AS age,
        nullif(sex, 'U') AS sex,
        ethnicity::text AS ethnicity,
        responsible_authority::text AS authority,
        -- Indexes of nations and years are not comparable, so a decile never stands without its own.
        deprivation_index || '/' || lpad(deprivation_decile::text, 2, '0') AS deprivation,
        referral_source::text AS source,
        shape
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
)
SELECT
    CASE
        WHEN grouping(age) = 0 THEN 'age'
        WHEN grouping(sex) = 0 THEN 'sex'
        WHEN grouping(ethnicity) = 0 THEN 'ethnicity'
        WHEN grouping(authority) = 0 THEN 'authority'
        WHEN grouping(deprivation) = 0 THEN 'deprivation'
        WHEN grouping(source) = 0 THEN 'source'
        ELSE 'all'
    END AS dimension,
    coalesce(age, sex, ethnicity, authority, deprivation, source) COLLATE "C" AS word,
    count(*) FILTER (WHERE is_referred) AS referred,
    count(*) FILTER (WHERE is_started) AS started,
    count(*) FILTER (WHERE shape <> $7) AS stale
FROM family
GROUP BY GROUPING SETS ((age), (sex), (ethnicity), (authority), (deprivation), (source), ())
ORDER BY 1, 2 NULLS LAST
