import EpisodeStore
import Postgres

/// Changes of rows that are made from events: one row changed, one gone, one added, in every table.
enum ForgedRows {
    struct Forgery {
        let table: ProjectionTable
        let statement: Statement

        init(_ table: ProjectionTable, _ statement: Statement) {
            self.table = table
            self.statement = statement
        }
    }

    static var statements: [Forgery] { changed + gone + added }

    private static var changed: [Forgery] {
        [
            Forgery(
                .episode,
                """
                UPDATE record.episode SET ref = 'X-1'
                WHERE episode_id = (SELECT episode_id FROM record.episode WHERE site_id = 1 LIMIT 1)
                """
            ),
            Forgery(.episode, "UPDATE record.episode SET shape = 2 WHERE site_id = 1"),
            Forgery(.child, "UPDATE record.child SET household = 'X' WHERE site_id = 1"),
            Forgery(
                .child,
                "UPDATE record.child SET died_on = '2026-01-01', death_day_estimated = false WHERE site_id = 1"),
            Forgery(.team, "UPDATE record.team SET opened_on = opened_on + 1 WHERE site_id = 1"),
            Forgery(.team, "UPDATE record.team SET stage = 'A' WHERE site_id = 1"),
            Forgery(.teamSession, "UPDATE record.team_session SET held_on = held_on + 1 WHERE site_id = 1"),
            Forgery(.training, "UPDATE record.training SET shape = 9 WHERE site_id = 1"),
            Forgery(.onCallSpell, "UPDATE record.on_call_spell SET through_day = through_day + 1 WHERE site_id = 1"),
            Forgery(.licenceTerm, "UPDATE record.licence_term SET granted_on = granted_on + 1 WHERE site_id = 1"),
            Forgery(.briefing, "UPDATE record.briefing SET attended = 1 WHERE site_id = 1"),
            Forgery(.assignment, "UPDATE record.assignment SET therapist = 'X' WHERE site_id = 1"),
            Forgery(.phaseSpell, "UPDATE record.phase_spell SET phase = 'x' WHERE site_id = 1"),
            Forgery(.contact, "UPDATE record.contact SET minutes = 7 WHERE site_id = 1"),
            Forgery(.interview, "UPDATE record.interview SET phase = 'x' WHERE site_id = 1"),
            Forgery(.interview, "UPDATE record.interview SET instrument = 'x' WHERE site_id = 1"),
            Forgery(.outcome, "UPDATE record.outcome SET assessed_on = assessed_on + 1 WHERE site_id = 1"),
            Forgery(.followUp, "UPDATE record.follow_up SET status = 'x' WHERE site_id = 1"),
            Forgery(.participant, "UPDATE record.participant SET role = 'x' WHERE site_id = 1"),
            Forgery(.recordedFact, "UPDATE record.model_fact SET codes = codes || '{\"x\": 1}' WHERE site_id = 1"),
            Forgery(.recordedFact, "UPDATE record.model_fact SET codes = '{\"x\": null}' WHERE site_id = 1"),
            Forgery(.recordedFact, "UPDATE record.model_fact SET participant_id = episode_id WHERE site_id = 1"),
            Forgery(.trackerState, "UPDATE record.tracker_state SET state = 'x' WHERE site_id = 1"),
            Forgery(.moduleRun, "UPDATE record.module_run SET unmet = '{x,y}' WHERE because IS NOT NULL"),
            Forgery(.moduleRun, "UPDATE record.module_run SET signed_by = 'X' WHERE signed_by IS NOT NULL"),
            Forgery(.placement, "UPDATE record.placement SET setting = 'x' WHERE site_id = 1"),
            Forgery(.provision, "UPDATE record.provision SET kind = 'x' WHERE site_id = 1"),
            Forgery(.schoolStatus, "UPDATE record.school_status SET status = 'x' WHERE site_id = 1"),
            Forgery(.offence, "UPDATE record.offence SET kind = 'x' WHERE site_id = 1"),
            Forgery(.offence, "UPDATE record.offence SET committed_on = 'infinity' WHERE site_id = 1"),
            Forgery(
                .episodeFact,
                "UPDATE reporting.episode_fact SET known_from = known_from - interval '1 microsecond' WHERE site_id = 1"
            ),
            Forgery(.episodeFact, "UPDATE reporting.episode_fact SET referred_on = '-infinity' WHERE site_id = 1"),
            Forgery(.episodeFact, "UPDATE reporting.episode_fact SET child_key = sha256('x') WHERE site_id = 1"),
            Forgery(
                .careSpellFact,
                "UPDATE reporting.care_spell_fact SET started_on = started_on - 1 WHERE site_id = 1 AND version = 1"
            ),
            Forgery(.careSpellFact, "UPDATE reporting.care_spell_fact SET term = 'x' WHERE site_id = 1"),
            Forgery(
                .episodeFact,
                "UPDATE reporting.episode_fact SET follow_ups = '{\"6\": \"x\"}' WHERE closed_on > '-infinity'"),
            Forgery(.modelFact, "UPDATE reporting.model_fact SET codes = codes || '{\"x\": \"1\"}' WHERE site_id = 1"),
            Forgery(.modelFact, "UPDATE reporting.model_fact SET held_from = '-infinity' WHERE site_id = 1"),
            Forgery(.modelFact, "UPDATE reporting.model_fact SET kind = 'x' WHERE site_id = 1"),
            Forgery(.modelFact, "UPDATE reporting.model_fact SET ordinal = ordinal + 1 WHERE site_id = 1"),
            Forgery(.careSpellFact, "UPDATE reporting.care_spell_fact SET started_on = '-infinity' WHERE site_id = 1"),
            Forgery(.interviewFact, "UPDATE reporting.interview_fact SET therapist = 'X' WHERE site_id = 1"),
            Forgery(.interviewFact, "UPDATE reporting.interview_fact SET held_on = '-infinity' WHERE site_id = 1"),
        ]
    }

    private static var gone: [Forgery] {
        [
            Forgery(.contact, "DELETE FROM record.contact WHERE site_id = 1"),
            Forgery(.episode, "DELETE FROM record.episode WHERE site_id = 1"),
            Forgery(.teamAttendance, "DELETE FROM record.team_attendance WHERE site_id = 1"),
            Forgery(.participant, "DELETE FROM record.participant WHERE site_id = 1"),
            Forgery(.recordedFact, "DELETE FROM record.model_fact WHERE site_id = 1"),
            Forgery(.trackerState, "DELETE FROM record.tracker_state WHERE site_id = 1"),
            Forgery(.moduleRun, "DELETE FROM record.module_run WHERE site_id = 1"),
            Forgery(.provision, "DELETE FROM record.provision WHERE site_id = 1"),
            Forgery(.episodeFact, "DELETE FROM reporting.episode_fact WHERE site_id = 1 AND version = 1"),
            Forgery(.careSpellFact, "DELETE FROM reporting.care_spell_fact WHERE site_id = 1 AND version = 1"),
            Forgery(.modelFact, "DELETE FROM reporting.model_fact WHERE site_id = 1 AND version = 1"),
            Forgery(.interviewFact, "DELETE FROM reporting.interview_fact WHERE site_id = 1 AND version = 1"),
        ]
    }

    private static var added: [Forgery] {
        [
            Forgery(
                .contact,
                """
                INSERT INTO record.contact
                SELECT site_id, episode_id, gen_random_uuid(), occurred_on, mode, with_whom, minutes, phase, shape
                FROM record.contact WHERE site_id = 1 LIMIT 1
                """
            ),
            Forgery(
                .offence,
                """
                INSERT INTO record.offence
                SELECT 1, gen_random_uuid(), gen_random_uuid(), DATE '2026-01-01', 'theft', 1
                """
            ),
            Forgery(
                .training,
                """
                INSERT INTO record.training
                SELECT site_id, team_id, 'X', 'orientation', DATE '2026-01-01', 1 FROM record.team WHERE site_id = 1
                """
            ),
            Forgery(
                .briefing,
                "INSERT INTO record.briefing SELECT 1, gen_random_uuid(), gen_random_uuid(), DATE '2026-01-01', 'x', 1, 1"
            ),
            Forgery(
                .trackerState,
                """
                INSERT INTO record.tracker_state
                SELECT site_id, episode_id, fact_id, 'x', role, participant_id, state, from_day, to_day, shape
                FROM record.tracker_state WHERE site_id = 1 LIMIT 1
                """
            ),
            Forgery(
                .recordedFact,
                """
                INSERT INTO record.model_fact
                SELECT 1, gen_random_uuid(), gen_random_uuid(), 'x', 'family', NULL, DATE '2026-01-01', NULL, 'x', '{}', 1
                """
            ),
            Forgery(
                .episodeFact,
                """
                INSERT INTO reporting.episode_fact (site_id, fact_key, version, known_from, model_id, model_version,
                    settings_version, team, referred_on, decision, interviews, score_sum_billionths, shape)
                VALUES (1, sha256('x'), 1, '2026-01-01T00:00:00Z', 'mst', 1, 1, 'x', '2026-01-01', 'pending', 0, 0, 1)
                """
            ),
            Forgery(
                .provision,
                """
                INSERT INTO record.provision
                SELECT 1, gen_random_uuid(), gen_random_uuid(), 'cpp', DATE '2026-01-01', NULL, 1
                """
            ),
            Forgery(
                .careSpellFact,
                """
                INSERT INTO reporting.care_spell_fact
                SELECT site_id, child_key, sha256('x'), 1, known_from, 'infinity', measure, term, looked_after,
                    out_of_home, custody, started_on, ended_on, shape
                FROM reporting.care_spell_fact WHERE site_id = 1 LIMIT 1
                """
            ),
            Forgery(
                .careSpellFact,
                """
                INSERT INTO reporting.care_spell_fact
                VALUES (1, sha256('x'), sha256('x'), 1, '2026-01-01T00:00:00Z', 'infinity', 'provision', 'cpp', false,
                    false, false, '2026-01-01', NULL, 1)
                """
            ),
            Forgery(
                .interviewFact,
                """
                INSERT INTO reporting.interview_fact
                VALUES (1, sha256('x'), sha256('x'), 1, '2026-01-01T00:00:00Z', 'infinity', '2026-01-01', 'x', NULL, 0,
                    1)
                """
            ),
            Forgery(
                .modelFact,
                """
                INSERT INTO reporting.model_fact
                VALUES (1, sha256('x'), sha256('x'), 1, '2026-01-01T00:00:00Z', 'infinity', 'fact', 'x', 'family', NULL,
                    '2026-01-01', NULL, '{}', 2, 1)
                """
            ),
        ]
    }
}
