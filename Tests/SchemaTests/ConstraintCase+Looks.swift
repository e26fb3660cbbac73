extension ConstraintCase {
    private static func again(_ table: String, _ constraint: String, with changes: String = "{}") -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change)")
    }

    private static func look(_ constraint: String, _ changes: String) -> ConstraintCase {
        again("access.look", constraint, with: #"{"arrival": 99, \#(changes)}"#)
    }

    private static func networkLook(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "door.network_look", constraint,
            again("door.network_look", where: "true", with: #"{"arrival": 99, \#(changes)}"#))
    }

    /// The access log, and records opened in an emergency.
    static let looks: [ConstraintCase] = siteLooks + networkLooks + glasses + seals + findings

    private static let siteLooks: [ConstraintCase] = [
        again("access.look", "look_pkey"),
        look("look_at_finite", #""at": "infinity""#),
        look("look_way_known", #""way": "telephone""#),
        look("look_account_when_signed_in", #""account_id": null"#),
        look("look_relation_known", #""relation": "friend""#),
        look("look_target_known", #""target": "garden""#),
        look("look_target_named", #""target_id": null"#),
        look("look_outcome_known", #""outcome": "perhaps""#),
        look("look_rows_not_negative", #""rows": -1"#),
    ]

    private static let networkLooks: [ConstraintCase] = [
        networkLook("network_look_pkey", #""arrival": 1"#),
        networkLook("network_look_at_finite", #""at": "infinity""#),
        networkLook("network_look_way_known", #""way": "telephone""#),
        networkLook("network_look_account_when_signed_in", #""account_id": null"#),
        networkLook("network_look_outcome_known", #""outcome": "perhaps""#),
        networkLook("network_look_rows_not_negative", #""rows": -1"#),
    ]

    private static let unknown = "99999999-9999-9999-9999-999999999999"

    private static let glasses: [ConstraintCase] = [
        again("access.glass", "glass_pkey"),
        again("access.glass", "glass_account_fkey", with: #"{"account_id": "\#(unknown)"}"#),
        again("access.glass", "glass_reason_fkey", with: #"{"episode_id": "\#(unknown)", "reason_id": "\#(unknown)"}"#),
        change("access.glass", "glass_ends_after_it_begins", "until_at = opened_at"),
        change("access.glass", "glass_ends_within_days", "until_at = opened_at + interval '25 hours'"),
        change("access.glass", "glass_reason_commitment_is_sha256", "reason_commitment = ''"),
        change("access.glass", "glass_reviewed_as_one", "reviewed_by = 'G-1'"),
        change("access.glass", "glass_reviewed_after_opened", "reviewed_by = 'G-1', reviewed_at = '2025-01-01Z'"),
        change("access.glass", "glass_closed_in_its_time", "closed_at = until_at"),
        change("access.glass", "glass_reviewed_by_another", "reviewed_by = actor, reviewed_at = '2026-01-02Z'"),
    ]

    private static func seal(_ constraint: String, _ changes: String) -> ConstraintCase {
        again("access.seal", constraint, with: #"{"number": 9, \#(changes)}"#)
    }

    private static let seals: [ConstraintCase] = [
        again("access.seal", "seal_pkey"),
        seal("seal_site_fkey", #""site_id": 99"#),
        seal("seal_number_positive", #""number": 0"#),
        seal("seal_ends_after_it_begins", #""from_arrival": 101"#),
        seal("seal_of_something", #""rows": 0, "leaves": "\\x""#),
        seal("seal_leaf_for_each_row", #""rows": 2"#),
        seal("seal_root_is_sha256", #""root": "\\x""#),
        seal("seal_sealed_at_finite", #""sealed_at": "infinity""#),
        seal("seal_code_is_sha256", #""code": "\\x""#),
    ]

    private static let findings: [ConstraintCase] = [
        again("access.disposed", "disposed_pkey"),
        again("access.disposal_seal", "disposal_seal_pkey"),
        again("access.disposal_seal", "disposal_seal_site_fkey", with: #"{"site_id": 99}"#),
        again("access.disposal_seal", "disposal_seal_stream_known", with: #"{"stream": "team"}"#),
        again("access.disposal_seal", "disposal_seal_code_is_sha256", with: #"{"code": ""}"#),
        again("access.relative", "relative_pkey"),
        again("access.relative", "relative_account_fkey", with: #"{"account_id": "\#(unknown)"}"#),
        change("access.relative", "relative_ended_after_noted", "ended_at = noted_at - interval '1 s'"),
        again("access.alert", "alert_pkey"),
        again("access.alert", "alert_look_fkey", with: #"{"arrival": 77}"#),
        again("access.alert", "alert_kind_known", with: #"{"kind": "other"}"#),
        again("access.alert", "alert_number_positive", with: #"{"kind": "many-episodes", "number": 0}"#),
    ]
}
