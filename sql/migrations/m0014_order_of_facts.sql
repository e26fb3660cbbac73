-- The order of what a model records on one day: a review that was written down before an event does not follow it.

-- Rows of shape 1 do not have it filled: `homeward rebuild` makes them again.
ALTER TABLE reporting.model_fact
    ADD COLUMN ordinal integer,
    ADD CONSTRAINT model_fact_ordinal_positive CHECK (ordinal >= 1);
COMMENT ON COLUMN reporting.model_fact.ordinal IS
    'Which of the episode''s facts of that day it is, as they were entered, from 1; null for somebody who takes part.';
