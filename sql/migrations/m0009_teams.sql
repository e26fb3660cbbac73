-- Teams: what their streams say now, who still owes a measure of staff, and programmes that are not yet sites.

ALTER TABLE record.team
    ADD COLUMN stage text COLLATE "C",
    ADD CONSTRAINT team_stage_known CHECK (stage IN ('A', 'B', 'C', 'D', 'E', 'F'));
COMMENT ON COLUMN record.team.stage IS
    'The stage that was reached last, A (enquiry) to F (supported operation); null when none is on record.';

CREATE TABLE record.team_session (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    session_id uuid NOT NULL,
    kind site.term NOT NULL,
    held_on date NOT NULL,
    episodes integer NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT team_session_pkey PRIMARY KEY (site_id, team_id, session_id),
    CONSTRAINT team_session_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_session_kind_known
        CHECK (kind IN ('supervision', 'consultation', 'booster')),
    CONSTRAINT team_session_episodes_counted CHECK (episodes >= 0),
    CONSTRAINT team_session_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.team_session IS
    'One row a supervision, consultation with the expert, or booster of a team.';
COMMENT ON COLUMN record.team_session.episodes IS 'How many episodes were discussed; which ones stands in the event.';
ALTER TABLE record.team_session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.team_session TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.team_session TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.team_session TO homeward_application;

CREATE TABLE record.team_attendance (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    session_id uuid NOT NULL,
    staff site.code NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT team_attendance_pkey PRIMARY KEY (site_id, team_id, session_id, staff),
    CONSTRAINT team_attendance_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT team_attendance_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.team_attendance IS
    'Who was at a session of a team; a session without a row is one of which nobody noted it.';
ALTER TABLE record.team_attendance ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.team_attendance TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.team_attendance TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.team_attendance TO homeward_application;

CREATE TABLE record.training (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    staff site.code NOT NULL,
    kind site.term NOT NULL,
    completed_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT training_pkey PRIMARY KEY (site_id, team_id, staff, kind, completed_on),
    CONSTRAINT training_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT training_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.training IS
    'One row a training that a member of staff completed.';
ALTER TABLE record.training ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.training TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.training TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.training TO homeward_application;

CREATE TABLE record.on_call_spell (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    staff site.code NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT on_call_spell_pkey PRIMARY KEY (site_id, team_id, staff, from_day, through_day),
    CONSTRAINT on_call_spell_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT on_call_spell_ends_after_it_begins CHECK (through_day >= from_day),
    CONSTRAINT on_call_spell_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.on_call_spell IS
    'Who is on call on which days, as the rotas that were set make it together.';
COMMENT ON COLUMN record.on_call_spell.through_day IS 'The last day; both ends belong to it.';
ALTER TABLE record.on_call_spell ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.on_call_spell TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.on_call_spell TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.on_call_spell TO homeward_application;

CREATE TABLE record.licence_term (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    from_day date NOT NULL,
    through_day date NOT NULL,
    granted_on date NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT licence_term_pkey PRIMARY KEY (site_id, team_id, from_day, through_day),
    CONSTRAINT licence_term_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT licence_term_ends_after_it_begins CHECK (through_day >= from_day),
    CONSTRAINT licence_term_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.licence_term IS
    'The terms for which a team holds the licence of its model, granted or renewed.';
COMMENT ON COLUMN record.licence_term.through_day IS 'The last day; both ends belong to it.';
ALTER TABLE record.licence_term ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.licence_term TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.licence_term TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.licence_term TO homeward_application;

CREATE TABLE record.briefing (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    briefing_id uuid NOT NULL,
    given_on date NOT NULL,
    audience site.term NOT NULL,
    attended integer NOT NULL,
    shape smallint NOT NULL,
    CONSTRAINT briefing_pkey PRIMARY KEY (site_id, team_id, briefing_id),
    CONSTRAINT briefing_team_fkey FOREIGN KEY (site_id, team_id)
        REFERENCES record.team (site_id, team_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT briefing_attended_by_somebody CHECK (attended BETWEEN 1 AND 10000),
    CONSTRAINT briefing_shape_positive CHECK (shape >= 1)
);
COMMENT ON TABLE record.briefing IS
    'Briefings that a team gave to partner agencies: to whom, when, and how many people came.';
ALTER TABLE record.briefing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON record.briefing TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON record.briefing TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.briefing TO homeward_application;

CREATE SCHEMA duty;
COMMENT ON SCHEMA duty IS 'What is owed and not yet done.';
GRANT USAGE ON SCHEMA duty TO homeward_application;

-- No times and no order: beside the events of what was returned they would tell who said what. All raters of a slot are
-- written at once, and each is removed when the return has been counted.
CREATE TABLE duty.measure_slot (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    instrument site.term NOT NULL,
    from_day date NOT NULL,
    CONSTRAINT measure_slot_pkey PRIMARY KEY (site_id, team_id, instrument, from_day),
    CONSTRAINT measure_slot_team_fkey FOREIGN KEY (site_id, team_id) REFERENCES site.team (site_id, team_id)
);
COMMENT ON TABLE duty.measure_slot IS
    'A slot of a measure of staff whose raters are written down; removed with them when it is over.';
ALTER TABLE duty.measure_slot ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.measure_slot TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.measure_slot TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON duty.measure_slot TO homeward_application;

CREATE TABLE duty.measure_rater (
    site_id integer NOT NULL,
    team_id uuid NOT NULL,
    instrument site.term NOT NULL,
    from_day date NOT NULL,
    staff site.code NOT NULL,
    CONSTRAINT measure_rater_pkey PRIMARY KEY (site_id, team_id, instrument, from_day, staff),
    CONSTRAINT measure_rater_slot_fkey FOREIGN KEY (site_id, team_id, instrument, from_day)
        REFERENCES duty.measure_slot (site_id, team_id, instrument, from_day)
);
COMMENT ON TABLE duty.measure_rater IS 'Who still owes a return in a slot. Whoever is not here owes none.';
ALTER TABLE duty.measure_rater ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY application_scope ON duty.measure_rater TO homeward_application
    USING (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer))
    WITH CHECK (site_id = (SELECT nullif(current_setting('homeward.site', true), '')::integer));
CREATE POLICY owner_all ON duty.measure_rater TO homeward_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON duty.measure_rater TO homeward_application;

CREATE TABLE site.prospect (
    code site.code NOT NULL,
    name text NOT NULL,
    CONSTRAINT prospect_pkey PRIMARY KEY (code),
    CONSTRAINT prospect_name_present CHECK (name ~ '\S')
);
COMMENT ON TABLE site.prospect IS
    'Organisations that may become sites, of the network as a whole; append-only. A site of the same code is the same.';
GRANT SELECT, INSERT ON site.prospect TO homeward_application;
CREATE TRIGGER prospect_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.prospect
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();

CREATE TABLE site.prospect_stage (
    code site.code NOT NULL,
    ordinal integer NOT NULL,
    stage text COLLATE "C" NOT NULL,
    reached_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by site.code NOT NULL,
    CONSTRAINT prospect_stage_pkey PRIMARY KEY (code, ordinal),
    CONSTRAINT prospect_stage_code_fkey FOREIGN KEY (code) REFERENCES site.prospect (code),
    CONSTRAINT prospect_stage_ordinal_positive CHECK (ordinal >= 1),
    CONSTRAINT prospect_stage_known CHECK (stage IN ('A', 'B', 'C', 'D', 'E', 'F')),
    CONSTRAINT prospect_stage_reached_on_finite CHECK (isfinite(reached_on)),
    CONSTRAINT prospect_stage_recorded_at_finite CHECK (isfinite(recorded_at))
);
COMMENT ON TABLE site.prospect_stage IS
    'The stages of development that a prospective site reached, in the order in which they were recorded; append-only.';
COMMENT ON COLUMN site.prospect_stage.ordinal IS 'Place in the order of recording, 1 and up.';
GRANT SELECT, INSERT ON site.prospect_stage TO homeward_application;
CREATE TRIGGER prospect_stage_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON site.prospect_stage
    FOR EACH STATEMENT EXECUTE FUNCTION site.refuse_change();
