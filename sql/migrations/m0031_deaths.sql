-- Deaths: how long a record is kept depends on them, and nobody is asked about a child who died.
--
-- Rows that are there hold no death, so they stay as they are and keep their shape.

ALTER TABLE record.child
    ADD COLUMN died_on date,
    ADD COLUMN death_day_estimated boolean,
    ADD CONSTRAINT child_died_on_finite CHECK (isfinite(died_on)),
    ADD CONSTRAINT child_death_is_whole CHECK ((died_on IS NULL) = (death_day_estimated IS NULL));
COMMENT ON COLUMN record.child.died_on IS 'The day of the child''s death; null while nobody recorded one.';
COMMENT ON COLUMN record.child.death_day_estimated IS 'Whether that day is the site''s best guess; null while nobody recorded one.';
-- Few children die: the night finds their episodes by this.
CREATE INDEX child_died ON record.child (site_id, child_id) WHERE died_on IS NOT NULL;
