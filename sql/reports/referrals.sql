-- What became of referrals (uk.md 4): the counts behind received, accepted and declined, and why.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$7 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them.
--
-- Parameters
--   $1 integer[]    the sites that are counted
--   $2 text         only referrals that this team decided, and undecided ones that it has; null for all
--   $3 text         only this model; null for all
--   $4 boolean      whether models are pooled under the name 'all'
--   $5 date         the first day that counts
--   $6 date         the first day that no longer counts
--   $7 timestamptz  what was known at this time; null for what is known now
--   $8 smallint     the shape of facts that is understood
--   $9 text         only children for whom this authority answers; null for all
--
-- Columns, one row for each model and combination that there is
--   model               id of the model, or 'all'
--   is_received         whether the day of referral counts
--   is_decided          whether the day of decision counts; one of the two does
--   referral_source     who referred; null when it is not known
--   decision            pending, accepted or declined
--   decline_reason      why it was declined; null unless it was
--   onward_service      where a declined family was sent on to; null when nobody said
--   is_started          whether treatment began
--   referrals, stale    how many, and how many of them are of another shape than $8; any makes the rest unusable
WITH counted AS (
    SELECT
        -- Null where one word stands for all: a word would be compared for each family, though it is always the same.
        CASE WHEN NOT $4 AND $3::text IS NULL THEN model_id END AS model,
        referred_on >= $5 AND referred_on < $6 AS is_received,
        coalesce(decided_on >= $5 AND decided_on < $6, false) AS is_decided,
        referral_source,
        decision,
        decline_reason,
        onward_service,
        started_on IS NOT NULL AS is_started,
        count(*) AS referrals,
        count(*) FILTER (WHERE shape <> $8) AS stale
    FROM reporting.episode_fact
    WHERE site_id = ANY ($1)
        AND ($2::text IS NULL OR coalesce(decided_team, team) = $2)
        AND ($3::text IS NULL OR model_id = $3)
        AND ($9::text IS NULL OR responsible_authority = $9)
        AND ((referred_on >= $5 AND referred_on < $6) OR (decided_on >= $5 AND decided_on < $6))
        AND (
            ($7::timestamptz IS NULL AND known_to = 'infinity')
            OR ($7::timestamptz IS NOT NULL AND known_from <= $7 AND $7 < known_to)
        )
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
)
SELECT
    CASE WHEN $4 THEN 'all' ELSE coalesce(model, $3) END AS model,
    is_received,
    is_decided,
    referral_source,
    decision,
    decline_reason,
    onward_service,
    is_started,
    referrals,
    stale
FROM counted
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
