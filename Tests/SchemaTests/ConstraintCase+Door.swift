extension ConstraintCase {
    private static let nobody = "99999999-9999-9999-9999-999999999999"
    private static let otherHash = #""hash": "\\x\#(String(repeating: "cd", count: 32))""#

    private static func again(_ table: String, _ constraint: String, with changes: String = "{}") -> ConstraintCase {
        ConstraintCase("door.\(table)", constraint, again("door.\(table)", where: "true", with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase("door.\(table)", constraint, "UPDATE door.\(table) SET \(change)")
    }

    /// What opens accounts.
    static let door: [ConstraintCase] =
        passwords + codes + devices + sessions + links + tokens + throttles + notices + hands + networkSeals

    private static let passwords: [ConstraintCase] = [
        again("password", "password_pkey"),
        again("password", "password_account_fkey", with: #"{"account_id": "\#(nobody)"}"#),
        change("password", "password_sealed_long_enough", "sealed = ''"),
        again("factor", "factor_pkey", with: #"{"account_id": "\#(nobody)"}"#),
        again("factor", "factor_account_fkey", with: #"{"factor_id": "\#(nobody)", "account_id": "\#(nobody)"}"#),
        change("factor", "factor_sealed_long_enough", "sealed = ''"),
        change("factor", "factor_confirmed_by_a_step", "last_step = NULL"),
        ConstraintCase(
            "door.factor", "factor_one_in_force",
            again("door.factor", where: "confirmed_at IS NOT NULL", with: #"{"factor_id": "\#(nobody)"}"#)),
        ConstraintCase(
            "door.factor", "factor_one_draft",
            again("door.factor", where: "confirmed_at IS NULL", with: #"{"factor_id": "\#(nobody)"}"#)),
    ]

    private static let codes: [ConstraintCase] = [
        again("recovery_code", "recovery_code_pkey"),
        again("recovery_code", "recovery_code_account_fkey", with: #"{"account_id": "\#(nobody)"}"#),
        change("recovery_code", "recovery_code_hash_is_sha256", "hash = ''"),
    ]

    private static let devices: [ConstraintCase] = [
        again("device", "device_pkey", with: "{\(otherHash)}"),
        again("device", "device_hash_key", with: #"{"device_id": "\#(nobody)"}"#),
        again(
            "device", "device_account_fkey",
            with: #"{"device_id": "\#(nobody)", "account_id": "\#(nobody)", \#(otherHash)}"#),
        change("device", "device_hash_is_sha256", "hash = substr(hash, 2)"),
    ]

    private static let sessions: [ConstraintCase] = [
        again("session", "session_pkey", with: "{\(otherHash)}"),
        again("session", "session_hash_key", with: #"{"session_id": "\#(nobody)"}"#),
        again(
            "session", "session_account_fkey",
            with: #"{"session_id": "\#(nobody)", "account_id": "\#(nobody)", \#(otherHash)}"#),
        change("session", "session_hash_is_sha256", "hash = substr(hash, 2)"),
        change("session", "session_stage_known", "stage = 'half'"),
        change("session", "session_ended_after_begun", "ended_at = begun_at - interval '1 s'"),
    ]

    private static let links: [ConstraintCase] = [
        again("link", "link_pkey", with: "{\(otherHash)}"),
        again("link", "link_hash_key", with: #"{"link_id": "\#(nobody)"}"#),
        again(
            "link", "link_account_fkey",
            with: #"{"link_id": "\#(nobody)", "account_id": "\#(nobody)", \#(otherHash)}"#),
        change("link", "link_hash_is_sha256", "hash = substr(hash, 2)"),
        change("link", "link_purpose_known", "purpose = 'reset'"),
        change("link", "link_expires_within_a_day", "expires_at = made_at + interval '25 hours'"),
    ]

    private static let tokens: [ConstraintCase] = [
        again("token", "token_pkey", with: "{\(otherHash)}"),
        again("token", "token_hash_key", with: #"{"token_id": "\#(nobody)"}"#),
        again(
            "token", "token_account_fkey",
            with: #"{"token_id": "\#(nobody)", "account_id": "\#(nobody)", \#(otherHash)}"#),
        change("token", "token_hash_is_sha256", "hash = substr(hash, 2)"),
        change("token", "token_has_actions", "actions = '{}'"),
        change("token", "token_expires_within_a_year", "expires_at = made_at + interval '367 days'"),
    ]

    private static let throttles: [ConstraintCase] = [
        again("throttle", "throttle_pkey"),
        change("throttle", "throttle_kind_known", "kind = 'planet'"),
        change("throttle", "throttle_subject_is_keyed_hash", "subject = substr(subject, 2)"),
        change("throttle", "throttle_failures_counted", "failures = -1"),
    ]

    private static let notices: [ConstraintCase] = [
        again("notice", "notice_pkey"),
        again("notice", "notice_account_fkey", with: #"{"notice_id": "\#(nobody)", "account_id": "\#(nobody)"}"#),
        change("notice", "notice_kind_known", "kind = 'birthday'"),
    ]

    private static let hands: [ConstraintCase] = [
        again("replacement", "replacement_pkey"),
        again("replacement", "replacement_account_fkey", with: #"{"account_id": "\#(nobody)"}"#),
        change("replacement", "replacement_part_known", "part = 'shoe'"),
        change("replacement", "replacement_at_finite", "replaced_at = 'infinity'"),
        again("subject_wish", "subject_wish_pkey"),
        again("subject_wish", "subject_wish_account_fkey", with: #"{"account_id": "\#(nobody)"}"#),
        again("subject_wish", "subject_wish_provider_fkey", with: #"{"provider_id": "\#(nobody)"}"#),
        change("subject_wish", "subject_wish_index_is_a_digest", "subject_index = ''"),
        change("subject_wish", "subject_wish_at_finite", "wished_at = 'infinity'"),
    ]

    private static func networkSeal(_ constraint: String, _ changes: String) -> ConstraintCase {
        again("network_seal", constraint, with: #"{"number": 99, \#(changes)}"#)
    }

    private static let networkSeals: [ConstraintCase] = [
        again("network_seal", "network_seal_pkey"),
        networkSeal("network_seal_number_positive", #""number": 0"#),
        networkSeal("network_seal_ends_after_it_begins", #""from_arrival": 101"#),
        networkSeal("network_seal_of_something", #""rows": 0, "leaves": "\\x""#),
        networkSeal("network_seal_leaf_for_each_row", #""rows": 2"#),
        networkSeal("network_seal_root_is_sha256", #""root": "\\x""#),
        networkSeal("network_seal_sealed_at_finite", #""sealed_at": "infinity""#),
        networkSeal("network_seal_code_is_sha256", #""code": "\\x""#),
    ]
}
