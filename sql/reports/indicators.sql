-- The sums behind the programme's indicator table (clinical.md 2.5, 5.1 and 6).
--
-- Closures count by their closing date and referral decisions by the day of decision, estimated days too. Each of the
-- two is one pass over the facts as they were known; nothing is joined and no family is counted twice.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$7 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only closures and decisions of this team; null for all
--   $3 text         only this model; null for all
--   $4 boolean      whether models are pooled into one row, named 'all'
--   $5 date         the first day that counts
--   $6 date         the first day that no longer counts
--   $7 timestamptz  what was known at this time; null for what is known now
--   $8 smallint     the shape of facts that is understood
--   $9 text         only children for whom this authority answers; null for all
--
-- Columns, one row for each model that has a closure or a decision in the period
--   model                 id of the model, or 'all'
--   stale                 closures and decisions of another shape than $8; any makes the rest unusable
--   decided, accepted     referral decisions, and those that accepted
--   closures              closures for any reason
--   opportunity           closures with the opportunity for a full course of treatment: the base of what follows
--   completed, lack_of_engagement, placed
--                         the three groups that add up to the base
--   at_home_yes, at_home_no, school_yes, school_no, arrests_yes, arrests_no
--                         answers within the base to the outcomes at_home, in_school_or_work and no_new_arrests (a yes
--                         is no arrest); the rest of the base is unknown
--   adherent              closures for any reason whose family's mean met the threshold
--   interview_expected, interview_held
--                         of the base, stays long enough for an interview, and those of them with a valid one
--   stays, stay_days      of the base, closures whose stay is known, and their days
--   interviews, families, scores
--                         arrays of one length: for closures for any reason with so many valid interviews each, how
--                         many families they are and the sum of their scores in billionths; a number of interviews
--                         may come more than once
WITH closing AS (
    SELECT
        model_id,
        closure_group,
        interviews,
        count(*) AS closures,
        count(*) FILTER (WHERE shape <> $8) AS stale,
        count(*) FILTER (WHERE at_home = 'yes') AS at_home_yes,
        count(*) FILTER (WHERE at_home = 'no') AS at_home_no,
        count(*) FILTER (WHERE in_school_or_work = 'yes') AS school_yes,
        count(*) FILTER (WHERE in_school_or_work = 'no') AS school_no,
        count(*) FILTER (WHERE no_new_arrests = 'yes') AS arrests_yes,
        count(*) FILTER (WHERE no_new_arrests = 'no') AS arrests_no,
        count(*) FILTER (WHERE adherent) AS adherent,
        count(*) FILTER (WHERE interview_expected) AS interview_expected,
        count(stay_days) AS stays,
        sum(stay_days) AS stay_days,
        sum(score_sum_billionths) AS scores
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR closed_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($9::text IS NULL OR responsible_authority = $9)
        AND closed_on >= $5
        AND closed_on < $6
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
    GROUP BY model_id, closure_group, interviews
),
decision AS (
    SELECT
        model_id,
        decision,
        count(*) AS decisions,
        count(*) FILTER (WHERE shape <> $8) AS stale
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR decided_team = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($9::text IS NULL OR responsible_authority = $9)
        AND decided_on >= $5
        AND decided_on < $6
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
    GROUP BY model_id, decision
),
closing_total AS (
    SELECT
        CASE WHEN $4 THEN 'all' ELSE model_id END AS model,
        sum(stale)::bigint AS stale,
        sum(closures)::bigint AS closures,
        sum(closures) FILTER (WHERE closure_group <> 'not_counted')::bigint AS opportunity,
        sum(closures) FILTER (WHERE closure_group = 'completed')::bigint AS completed,
        sum(closures) FILTER (WHERE closure_group = 'lack_of_engagement')::bigint AS lack_of_engagement,
        sum(closures) FILTER (WHERE closure_group = 'placed')::bigint AS placed,
        sum(at_home_yes) FILTER (WHERE closure_group <> 'not_counted')::bigint AS at_home_yes,
        sum(at_home_no) FILTER (WHERE closure_group <> 'not_counted')::bigint AS at_home_no,
        sum(school_yes) FILTER (WHERE closure_group <> 'not_counted')::bigint AS school_yes,
        sum(school_no) FILTER (WHERE closure_group <> 'not_counted')::bigint AS school_no,
        sum(arrests_yes) FILTER (WHERE closure_group <> 'not_counted')::bigint AS arrests_yes,
        sum(arrests_no) FILTER (WHERE closure_group <> 'not_counted')::bigint AS arrests_no,
        sum(adherent)::bigint AS adherent,
        sum(interview_expected) FILTER (WHERE closure_group <> 'not_counted')::bigint AS interview_expected,
        sum(interview_expected) FILTER (WHERE closure_group <> 'not_counted' AND interviews > 0)::bigint
            AS interview_held,
        sum(stays) FILTER (WHERE closure_group <> 'not_counted')::bigint AS stays,
        sum(stay_days) FILTER (WHERE closure_group <> 'not_counted')::bigint AS stay_days,
        array_agg(interviews ORDER BY interviews, closure_group, model_id) FILTER (WHERE interviews > 0) AS interviews,
        array_agg(closures ORDER BY interviews, closure_group, model_id) FILTER (WHERE interviews > 0) AS families,
        array_agg(scores::bigint ORDER BY interviews, closure_group, model_id) FILTER (WHERE interviews > 0) AS scores
    FROM closing
    GROUP BY 1
),
decision_total AS (
    SELECT
        CASE WHEN $4 THEN 'all' ELSE model_id END AS model,
        sum(stale)::bigint AS stale_decisions,
        sum(decisions)::bigint AS decided,
        sum(decisions) FILTER (WHERE decision = 'accepted')::bigint AS accepted
    FROM decision
    GROUP BY 1
)
SELECT
    model,
    coalesce(stale, 0) + coalesce(stale_decisions, 0) AS stale,
    coalesce(decided, 0) AS decided,
    coalesce(accepted, 0) AS accepted,
    coalesce(closures, 0) AS closures,
    coalesce(opportunity, 0) AS opportunity,
    coalesce(completed, 0) AS completed,
    coalesce(lack_of_engagement, 0) AS lack_of_engagement,
    coalesce(placed, 0) AS placed,
    coalesce(at_home_yes, 0) AS at_home_yes,
    coalesce(at_home_no, 0) AS at_home_no,
    coalesce(school_yes, 0) AS school_yes,
    coalesce(school_no, 0) AS school_no,
    coalesce(arrests_yes, 0) AS arrests_yes,
    coalesce(arrests_no, 0) AS arrests_no,
    coalesce(adherent, 0) AS adherent,
    coalesce(interview_expected, 0) AS interview_expected,
    coalesce(interview_held, 0) AS interview_held,
    coalesce(stays, 0) AS stays,
    coalesce(stay_days, 0) AS stay_days,
    coalesce(interviews, '{}') AS interviews,
    coalesce(families, '{}') AS families,
    coalesce(scores, '{}') AS scores
FROM closing_total
FULL JOIN decision_total USING (model)
ORDER BY model COLLATE "C"
