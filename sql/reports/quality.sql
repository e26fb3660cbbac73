-- Missing and late data, rule by rule: so many of those of whom it could have been recorded.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as indicators.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only families of this team, which has them or had them last; null for all
--   $3 text         only this model; null for all
--   $4 date         the first day that counts: of referrals, decisions or closings, as the rule says
--   $5 date         the first day that no longer counts
--   $6 timestamptz  what was known at this time; null for what is known now
--   $7 date         the day it is
--   $8 smallint     the shape of facts that is understood
--   $9 text         only children for whom this authority answers; null for all
--   $10 integer     days from which on what is written down is late
--   $11 integer     days from which on a referral that is not decided is late
--
-- Columns, one row for each rule
--   rule            its code
--   found           how many break it
--   looked_at       of how many
--   stale           facts of another shape than $8; any makes the rest unusable
WITH spell AS (
    SELECT DISTINCT site_id, child_key
    FROM reporting.care_spell_fact
    WHERE site_id = ANY ($1)
        AND (
            ($6::timestamptz IS NULL AND known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND known_from <= $6 AND $6 < known_to)
        )
),
-- What many rules ask for is worked out once a family.
judged AS (
    SELECT
        fact.age_months, fact.sex, fact.ethnicity, fact.responsible_authority, fact.deprivation_decile,
        fact.referral_source, fact.referred_on, fact.decision, fact.decided_day_estimated, fact.onward_service,
        fact.closed_on, fact.started_on, fact.at_home, fact.in_school_or_work, fact.no_new_arrests,
        fact.interview_expected, fact.interviews, fact.follow_ups, fact.shape,
        fact.referred_on >= $4 AND fact.referred_on < $5 AS is_referred,
        coalesce(fact.decided_on >= $4 AND fact.decided_on < $5, false) AS is_decided,
        coalesce(fact.closed_on >= $4 AND fact.closed_on < $5, false) AS is_closed,
        coalesce(
            fact.closed_on >= $4 AND fact.closed_on < $5 AND fact.closure_group <> 'not_counted', false
        ) AS is_opportunity,
        coalesce(
            fact.closed_on >= $4 AND fact.closed_on < $5 AND fact.closure_group <> 'not_counted'
                AND fact.closed_on + interval '6 months' <= $7, false
        ) AS is_due_6,
        -- When a closing became known first: with the first version of the family's facts that has one. Earlier ones are
        -- looked for only where they can matter.
        CASE
            WHEN fact.closed_on IS NULL OR fact.known_from::date <= fact.closed_on + $10::integer THEN false
            WHEN fact.version = 1 THEN true
            ELSE (
                SELECT min(version.known_from)::date > fact.closed_on + $10::integer
                FROM reporting.episode_fact AS version
                WHERE version.site_id = fact.site_id
                    AND version.fact_key = fact.fact_key
                    AND version.version <= fact.version
                    AND version.closed_on IS NOT NULL
            )
        END AS is_late,
        spell.child_key IS NOT NULL AS has_spell
    FROM reporting.episode_fact AS fact
    LEFT JOIN spell ON spell.site_id = fact.site_id AND spell.child_key = fact.child_key
    WHERE fact.site_id = ANY ($1)
        AND ($2::text IS NULL OR fact.team = $2)
        AND ($3::text IS NULL OR fact.model_id = $3)
        AND ($9::text IS NULL OR fact.responsible_authority = $9)
        AND (
            (fact.referred_on >= $4 AND fact.referred_on < $5)
            OR (fact.decided_on >= $4 AND fact.decided_on < $5)
            OR (fact.closed_on >= $4 AND fact.closed_on < $5)
        )
        AND (
            ($6::timestamptz IS NULL AND fact.known_to = 'infinity')
            OR ($6::timestamptz IS NOT NULL AND fact.known_from <= $6 AND $6 < fact.known_to)
        )
    OFFSET 0
)
SELECT rule.code AS rule, rule.found, rule.looked_at, total.stale
FROM (
    SELECT
        count(*) FILTER (WHERE shape <> $8) AS stale,
        count(*) FILTER (WHERE is_referred) AS referred,
        count(*) FILTER (WHERE is_referred AND age_months IS NULL) AS no_age,
        count(*) FILTER (WHERE is_referred AND coalesce(sex, 'U') = 'U') AS no_sex,
        count(*) FILTER (WHERE is_referred AND ethnicity IS NULL) AS no_ethnicity,
        count(*) FILTER (WHERE is_referred AND responsible_authority IS NULL) AS no_authority,
        count(*) FILTER (WHERE is_referred AND deprivation_decile IS NULL) AS no_deprivation,
        count(*) FILTER (WHERE is_referred AND referral_source IS NULL) AS no_source,
        count(*) FILTER (WHERE is_referred AND decision = 'pending') AS pending,
        count(*) FILTER (
            WHERE is_referred AND decision = 'pending' AND referred_on + $11::integer < $7
        ) AS long_pending,
        count(*) FILTER (WHERE is_decided) AS decided,
        count(*) FILTER (WHERE is_decided AND decided_day_estimated) AS estimated,
        count(*) FILTER (WHERE is_decided AND decision = 'declined') AS declined,
        count(*) FILTER (WHERE is_decided AND decision = 'declined' AND onward_service IS NULL) AS no_onward,
        count(*) FILTER (WHERE is_closed) AS closed,
        count(*) FILTER (WHERE is_closed AND is_late) AS late,
        count(*) FILTER (WHERE is_closed AND started_on IS NULL) AS not_started,
        count(*) FILTER (WHERE is_closed AND NOT has_spell) AS no_spell,
        count(*) FILTER (WHERE is_opportunity) AS opportunity,
        count(*) FILTER (WHERE is_opportunity AND coalesce(at_home, 'unknown') = 'unknown') AS no_home,
        count(*) FILTER (WHERE is_opportunity AND coalesce(in_school_or_work, 'unknown') = 'unknown') AS no_school,
        count(*) FILTER (WHERE is_opportunity AND coalesce(no_new_arrests, 'unknown') = 'unknown') AS no_arrests,
        count(*) FILTER (WHERE is_closed AND interview_expected) AS expected,
        count(*) FILTER (WHERE is_closed AND interview_expected AND interviews = 0) AS no_interview,
        count(*) FILTER (WHERE is_due_6) AS due_6,
        count(*) FILTER (WHERE is_due_6 AND follow_ups ->> '6' IS DISTINCT FROM 'collected') AS no_6
    FROM judged
) AS total
CROSS JOIN LATERAL (
    VALUES
        ('M01', total.no_age, total.referred), ('M02', total.no_sex, total.referred),
        ('M03', total.no_ethnicity, total.referred), ('M04', total.no_authority, total.referred),
        ('M05', total.no_deprivation, total.referred), ('M06', total.no_source, total.referred),
        ('M07', total.no_onward, total.declined), ('M08', total.no_home, total.opportunity),
        ('M09', total.no_school, total.opportunity), ('M10', total.no_arrests, total.opportunity),
        ('M11', total.no_interview, total.expected), ('M12', total.no_6, total.due_6),
        ('M13', total.no_spell, total.closed), ('M14', total.not_started, total.closed),
        ('L01', total.long_pending, total.pending), ('L02', total.late, total.closed),
        ('E01', total.estimated, total.decided)
) AS rule (code, found, looked_at)
ORDER BY rule.code
