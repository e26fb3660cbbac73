-- The valid adherence interviews of a period, by family and by who had the family on the day (clinical.md 5.1).
--
-- A family whose team or therapist changed within the period has a row with each: an interview says something of who
-- worked with the family when it was held.
--
-- Parameters
--   $1 integer   the site
--   $2 date      the first day that counts
--   $3 date      the first day that no longer counts
--   $4 smallint  the shape of interviews' rows that is understood
--
-- Columns, one row for each family with each team and therapist
--   model_id       the model of the family's episode
--   episode_id     the episode, to count families; it is shown nowhere
--   team           the code of the team
--   therapist      the code of the lead therapist; null while nobody was named
--   interviews     valid interviews, at least 1
--   score_sum      the sum of their scores in billionths of 1
--   stale          rows of another shape than $4; any makes the rest unusable
SELECT
    e.model_id,
    e.episode_id,
    t.code AS team,
    a.therapist,
    count(*)::integer AS interviews,
    sum(i.score_billionths)::bigint AS score_sum,
    count(*) FILTER (WHERE i.shape <> $4)::integer AS stale
FROM record.interview AS i
JOIN record.episode AS e ON e.site_id = i.site_id AND e.episode_id = i.episode_id
JOIN record.assignment AS a
    ON a.site_id = i.site_id AND a.episode_id = i.episode_id
    AND a.from_day <= i.occurred_on AND (a.to_day IS NULL OR i.occurred_on < a.to_day)
JOIN site.team AS t ON t.site_id = a.site_id AND t.team_id = a.team_id
WHERE i.site_id = $1 AND i.valid AND i.occurred_on >= $2 AND i.occurred_on < $3
GROUP BY e.model_id, e.episode_id, t.code, a.therapist
ORDER BY e.model_id, e.episode_id, t.code, a.therapist
