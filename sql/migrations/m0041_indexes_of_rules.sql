-- The indexes behind "no two at a time" answer for the rule alone, and never a question.
--
-- A query that goes through a GiST index again and again (a nested loop) while others write into its first pages can mark
-- living rows as dead in it, and from then on nobody finds them there: seen with PostgreSQL 15.18, on an ordinary cluster,
-- after transactions that were undone. The rule itself looks once through the index for each row and does no such harm. So
-- each rule gets a condition that always holds and that no query states: the planner cannot choose the index, and the
-- index begins anew, whole. Questions are answered by the keys, and for a child's episodes by an index of their own.

ALTER TABLE record.episode DROP CONSTRAINT episode_one_open_per_child;
ALTER TABLE record.episode ADD CONSTRAINT episode_one_open_per_child
    EXCLUDE USING gist (site_id WITH =, child_id WITH =, open_during WITH &&)
    WHERE (abs(site_id) >= 0) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX episode_child_idx ON record.episode (site_id, child_id);

ALTER TABLE record.assignment DROP CONSTRAINT assignment_one_at_a_time;
ALTER TABLE record.assignment ADD CONSTRAINT assignment_one_at_a_time
    EXCLUDE USING gist (site_id WITH =, episode_id WITH =, daterange(from_day, to_day, '[)') WITH &&)
    WHERE (abs(site_id) >= 0) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE record.participant DROP CONSTRAINT participant_one_spell_at_a_time;
ALTER TABLE record.participant ADD CONSTRAINT participant_one_spell_at_a_time
    EXCLUDE USING gist (
        site_id WITH =, episode_id WITH =, participant_id WITH =, daterange(from_day, to_day, '[)') WITH &&)
    WHERE (abs(site_id) >= 0) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE record.placement DROP CONSTRAINT placement_one_at_a_time;
ALTER TABLE record.placement ADD CONSTRAINT placement_one_at_a_time
    EXCLUDE USING gist (site_id WITH =, child_id WITH =, daterange(started_on, ended_on, '[)') WITH &&)
    WHERE (abs(site_id) >= 0) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE record.provision DROP CONSTRAINT provision_one_of_a_kind_at_a_time;
ALTER TABLE record.provision ADD CONSTRAINT provision_one_of_a_kind_at_a_time
    EXCLUDE USING gist (
        site_id WITH =, child_id WITH =, kind WITH =, daterange(started_on, ended_on, '[)') WITH &&)
    WHERE (abs(site_id) >= 0) DEFERRABLE INITIALLY DEFERRED;
