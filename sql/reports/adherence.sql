-- The valid adherence interviews of a period, by family and by who had the family on the day (clinical.md 5.1).
--
-- A family whose team or therapist changed within the period has a row with each: an interview says something of who
-- worked with the family when it was held.
--
-- To be planned with its values (`plan_cache_mode = force_custom_plan`): without a time of knowledge `$4 IS NULL`
-- then folds away, and the partial indexes of the current facts serve. A plan for all values could not use them.
--
-- Parameters
--   $1 integer      the site
--   $2 date         the first day that counts
--   $3 date         the first day that no longer counts
--   $4 timestamptz  what was known at this time; null for what is known now
--   $5 smallint     the shape of interviews' facts that is understood
--   $6 smallint     the shape of episodes' facts that is understood
--   $7 text         only children for whom this authority answers; null for all
--
-- Columns, one row for each family with each team and therapist, and one more
--   model_id       the model of the family's episode; null in the one that says how many facts are stale
--   episode_key    the key of the episode, to count families; it is shown nowhere
--   team           the code of the team
--   therapist      the code of the lead therapist; null while nobody was named
--   interviews     valid interviews, at least 1
--   score_sum      the sum of their scores in billionths of 1
--   stale          facts of another shape than $5 or $6, and all facts of the site's episodes of an older shape
--                  than $6 (their interviews may lack their facts); any makes the rest unusable
WITH interview AS (
    SELECT *
    FROM reporting.interview_fact
    WHERE site_id = $1
        AND held_on >= $2
        AND held_on < $3
        AND (
            ($4::timestamptz IS NULL AND known_to = 'infinity')
            OR ($4::timestamptz IS NOT NULL AND known_from <= $4 AND $4 < known_to)
        )
),
episode AS (
    SELECT fact_key, model_id, shape
    FROM reporting.episode_fact
    WHERE site_id = $1
        AND ($7::text IS NULL OR responsible_authority = $7)
        AND (
            ($4::timestamptz IS NULL AND known_to = 'infinity')
            OR ($4::timestamptz IS NOT NULL AND known_from <= $4 AND $4 < known_to)
        )
)
SELECT
    episode.model_id,
    interview.episode_key,
    interview.team,
    interview.therapist,
    count(*)::integer AS interviews,
    sum(interview.score_billionths)::bigint AS score_sum,
    count(*) FILTER (WHERE interview.shape <> $5 OR episode.shape <> $6)::integer AS stale
FROM interview
JOIN episode ON episode.fact_key = interview.episode_key
GROUP BY episode.model_id, interview.episode_key, interview.team, interview.therapist
UNION ALL
SELECT NULL, NULL, NULL, NULL, 0, 0, count(*)::integer
FROM reporting.episode_fact
WHERE site_id = $1 AND shape < $6
ORDER BY 1, 2, 3, 4
