-- Which rows of a site somebody reaches: row-level security by team, therapist and kind of content.
SELECT;
