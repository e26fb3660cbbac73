-- How old children were when they were referred, how long each step took, and how long social care had provided for them
-- before: amounts, each with how many referrals have it. Medians and quartiles are worked out from these.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`), as referrals.sql is.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only referrals that this team decided, and undecided ones that it has; null for all
--   $3 text         only this model; null for all
--   $4 boolean      whether models are pooled under the name 'all'
--   $5 date         the first day that counts, of referrals
--   $6 date         the first day that no longer counts
--   $7 timestamptz  what was known at this time; null for what is known now
--   $8 smallint     the shape of episodes' facts that is understood
--   $9 smallint     the shape of spells' facts that is understood
--   $10 text        only children for whom this authority answers; null for all
--
-- Columns, one row for each amount that there is
--   model           id of the model, or 'all'
--   span            age (in whole years), referral_to_decision, decision_to_start, referral_to_start (in days; the last two of
--                   accepted referrals alone), known_before (days from the first provision on record to the referral)
--   amount          null where it is not known, or the step was not taken; known_before is 0 or less where provision began
--                   with the referral or later
--   referrals, stale  how many, and how many facts are of another shape than $8 or $9; any makes the rest unusable
WITH referral AS (
    SELECT
        -- One word for all, where one is asked for, is told apart by nobody.
        CASE WHEN $4 THEN 'all' ELSE coalesce($3, model_id) END AS model,
        site_id, child_key, referred_on, decision, decided_on, started_on, age_months, shape
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR coalesce(decided_team, team) = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($10::text IS NULL OR responsible_authority = $10)
        AND referred_on >= $5
        AND referred_on < $6
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
),
provision AS (
    SELECT site_id, child_key, min(started_on) AS first_on, count(*) FILTER (WHERE shape <> $9) AS stale
    FROM reporting.care_spell_fact
    WHERE site_id = ANY ($1)
        AND measure = 'provision'
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
    GROUP BY site_id, child_key
),
span AS (
    SELECT
        referral.model,
        referral.decision = 'accepted' AS is_accepted,
        referral.age_months / 12 AS age,
        referral.decided_on - referral.referred_on AS to_decision,
        referral.started_on - referral.decided_on AS to_start,
        referral.started_on - referral.referred_on AS in_all,
        referral.referred_on - provision.first_on AS known_before,
        referral.shape <> $8 OR coalesce(provision.stale > 0, false) AS is_stale
    FROM referral
    LEFT JOIN provision ON provision.site_id = referral.site_id AND provision.child_key = referral.child_key
),
counted AS (
    SELECT
        model,
        is_accepted,
        CASE
            WHEN grouping(age) = 0 THEN 'age'
            WHEN grouping(to_decision) = 0 THEN 'referral_to_decision'
            WHEN grouping(to_start) = 0 THEN 'decision_to_start'
            WHEN grouping(in_all) = 0 THEN 'referral_to_start'
            ELSE 'known_before'
        END AS span,
        coalesce(age, to_decision, to_start, in_all, known_before) AS amount,
        count(*) AS referrals,
        count(*) FILTER (WHERE is_stale) AS stale
    FROM span
    GROUP BY GROUPING SETS (
        (model, is_accepted, age), (model, is_accepted, to_decision), (model, is_accepted, to_start),
        (model, is_accepted, in_all), (model, is_accepted, known_before)
    )
)
SELECT model, span, amount, sum(referrals)::bigint AS referrals, sum(stale)::bigint AS stale
FROM counted
WHERE is_accepted OR span NOT IN ('decision_to_start', 'referral_to_start')
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
