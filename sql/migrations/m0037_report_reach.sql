-- The interviews of a family in the order of their days, with all that the count of collected ones reads of them: a report of
-- all sites reads its million and a half of interviews from the index alone, in the order in which families lie in theirs.

CREATE INDEX interview_fact_current_by_episode ON reporting.interview_fact (site_id, episode_key, held_on) INCLUDE (shape)
    WHERE known_to = 'infinity';
