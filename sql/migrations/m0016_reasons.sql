-- Why: the reason for which a child came to live in a place, for reports; the reason of a stage that a prospective site
-- reached out of turn; and stages that were recorded by mistake, taken back with a reason and kept.

-- Rows of shape 1 do not have it: `homeward rebuild` makes them again.
ALTER TABLE reporting.care_spell_fact
    ADD COLUMN reason site.term,
    ADD CONSTRAINT care_spell_fact_reason_is_placement CHECK (reason IS NULL OR measure = 'placement');
COMMENT ON COLUMN reporting.care_spell_fact.reason IS 'Why the child came to live there; null when it was not said.';

ALTER TABLE site.prospect_stage
    ADD COLUMN reason text,
    ADD COLUMN voids integer,
    ADD CONSTRAINT prospect_stage_reason_present CHECK (reason ~ '\S'),
    ADD CONSTRAINT prospect_stage_voids_earlier CHECK (voids < ordinal),
    ADD CONSTRAINT prospect_stage_voids_with_reason CHECK (voids IS NULL OR reason IS NOT NULL),
    ADD CONSTRAINT prospect_stage_voided_once UNIQUE (code, voids),
    ADD CONSTRAINT prospect_stage_voids_fkey FOREIGN KEY (code, voids) REFERENCES site.prospect_stage (code, ordinal);
COMMENT ON COLUMN site.prospect_stage.reason IS
    'Why a stage was left out, or gone back to, or is taken back; null for the next stage in turn.';
COMMENT ON COLUMN site.prospect_stage.voids IS
    'The place of the record that this one takes back, with its stage and day repeated; null for a stage that was reached.';
