extension ConstraintCase {
    private static let episode = "record.episode"
    private static let nobody = "10000000-0000-0000-0000-0000000000ff"

    private static func closed(_ change: String) -> String {
        "UPDATE record.episode SET \(change) WHERE ref = 'E-1'"
    }

    /// A further episode of a stream of its own; the other columns as given.
    private static func further(
        id: String = nobody, child: String = "10000000-0000-0000-0000-000000000002",
        team: String = "10000000-0000-0000-0000-000000000001", ref: String = "E-9"
    ) -> String {
        """
        INSERT INTO record.episode (site_id, episode_id, ref, child_id, model_id, model_version, settings_version, team_id,
            phase, decision, referred_on, last_seq, shape)
        VALUES (1, '\(id)', '\(ref)', '\(child)', 'mst', 1, 1, '\(team)', 'referred', 'pending', '2026-01-01', 1, 1)
        """
    }

    /// A stream of its own for `nobody`.
    private static func stream(_ stream: String) -> String {
        """
        \(again("record.event", where: "stream = '\(stream)' AND seq = 1", with: #"{"stream_id": "\#(nobody)"}"#));
        \(again("record.stream", where: "stream = '\(stream)'", with: #"{"stream_id": "\#(nobody)", "head_seq": 1}"#));
        """
    }

    /// Children, teams and episodes.
    static let projections: [ConstraintCase] = [
        ConstraintCase(
            "record.child", "child_pkey",
            """
            INSERT INTO record.child (site_id, child_id, last_seq, shape) SELECT site_id, child_id, 1, 1 FROM record.child
            """),
        ConstraintCase(
            "record.child", "child_ref_key",
            "INSERT INTO record.child (site_id, child_id, ref, last_seq, shape) VALUES (1, '\(nobody)', 'C-1', 1, 1)"),
        ConstraintCase(
            "record.child", "child_stream_fkey",
            "INSERT INTO record.child (site_id, child_id, last_seq, shape) VALUES (1, '\(nobody)', 1, 1)"),
        ConstraintCase("record.child", "child_last_seq_positive", "UPDATE record.child SET last_seq = 0"),
        ConstraintCase("record.child", "child_shape_positive", "UPDATE record.child SET shape = 0"),
        ConstraintCase(
            "record.child", "child_died_on_finite",
            "UPDATE record.child SET died_on = '-infinity', death_day_estimated = false"),
        ConstraintCase(
            "record.child", "child_death_is_whole", "UPDATE record.child SET death_day_estimated = true"),

        ConstraintCase(
            "record.team", "team_pkey",
            """
            INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, last_seq, shape)
            SELECT site_id, team_id, 'south', model_id, opened_on, 1, 1 FROM record.team
            """),
        ConstraintCase(
            "record.team", "team_code_key",
            """
            \(stream("team"))
            INSERT INTO site.team VALUES (1, '\(nobody)', 'south', 'mst', '2020-01-01');
            INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, last_seq, shape)
            VALUES (1, '\(nobody)', 'north', 'mst', '2020-01-01', 1, 1)
            """),
        ConstraintCase(
            "record.team", "team_registered_fkey",
            """
            \(stream("team"))
            INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, last_seq, shape)
            VALUES (1, '\(nobody)', 'south', 'mst', '2020-01-01', 1, 1)
            """),
        ConstraintCase(
            "record.team", "team_stream_fkey",
            """
            INSERT INTO site.team VALUES (1, '\(nobody)', 'south', 'mst', '2020-01-01');
            INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, last_seq, shape)
            VALUES (1, '\(nobody)', 'south', 'mst', '2020-01-01', 1, 1)
            """),
        ConstraintCase("record.team", "team_last_seq_positive", "UPDATE record.team SET last_seq = 0"),
        ConstraintCase("record.team", "team_shape_positive", "UPDATE record.team SET shape = 0"),

        ConstraintCase(episode, "episode_pkey", further(id: "10000000-0000-0000-0000-000000000003")),
        ConstraintCase(episode, "episode_ref_key", further(ref: "E-1")),
        ConstraintCase(episode, "episode_stream_fkey", further()),
        ConstraintCase(episode, "episode_child_fkey", stream("episode") + further(child: nobody)),
        ConstraintCase(episode, "episode_team_fkey", stream("episode") + further(team: nobody)),
        ConstraintCase(
            episode, "episode_one_open_per_child",
            "UPDATE record.episode SET decided_on = '2025-05-01', started_on = '2025-05-14', referred_on = '2025-05-01' WHERE ref = 'E-2'"
        ),
        ConstraintCase(episode, "episode_versions_positive", closed("settings_version = -1")),
        ConstraintCase(
            episode, "episode_decision_known",
            closed(
                "decision = 'maybe', started_on = NULL, closed_on = NULL, closure_reason = NULL, closure_group = NULL")),
        ConstraintCase(episode, "episode_decision_dated", closed("decided_on = NULL")),
        ConstraintCase(episode, "episode_decline_reason_paired", closed("decline_reason = 'age'")),
        ConstraintCase(
            episode, "episode_estimate_needs_decision",
            """
            UPDATE record.episode SET decision = 'pending', decided_on = NULL, started_on = NULL, decided_day_estimated = true
            WHERE ref = 'E-2'
            """),
        ConstraintCase(episode, "episode_decided_after_referral", closed("referred_on = '2025-01-09'")),
        ConstraintCase(
            episode, "episode_started_only_if_accepted",
            "UPDATE record.episode SET decision = 'declined', decline_reason = 'age' WHERE ref = 'E-2'"),
        ConstraintCase(episode, "episode_started_after_decision", closed("started_on = '2025-01-07'")),
        ConstraintCase(
            episode, "episode_closed_only_if_accepted",
            closed("decision = 'declined', decline_reason = 'age', started_on = NULL")),
        ConstraintCase(episode, "episode_closed_after_start", closed("closed_on = '2025-01-14'")),
        ConstraintCase(episode, "episode_closing_paired", closed("closure_reason = NULL")),
        ConstraintCase(episode, "episode_closure_group_known", closed("closure_group = 'other'")),
        ConstraintCase(episode, "episode_last_seq_positive", closed("last_seq = 0")),
        ConstraintCase(episode, "episode_shape_positive", closed("shape = 0")),
    ]
}
