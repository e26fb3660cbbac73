extension ConstraintCase {
    private static func again(
        _ table: String, _ constraint: String, where condition: String = "true", with changes: String = "{}"
    ) -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, where: condition, with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change)")
    }

    /// Accounts, what they are granted, and who is barred.
    static let access: [ConstraintCase] = accounts + grants + networkGrants + bars + looks

    private static let unknown = "99999999-9999-9999-9999-999999999999"

    private static let accounts: [ConstraintCase] = [
        again("door.account", "account_pkey"),
        again("door.account", "account_code_key", with: #"{"account_id": "\#(unknown)"}"#),
        change("door.account", "account_sealed_long_enough", "sealed = ''"),
        change("door.account", "account_created_at_finite", "created_at = 'infinity'"),
        change("door.account", "account_disabled_after_created", "disabled_at = '2025-12-31Z'"),
    ]

    private static let grant = "access.site_grant"

    private static let grants: [ConstraintCase] = [
        again(grant, "site_grant_pkey"),
        again(grant, "site_grant_site_fkey", with: #"{"site_id": 99, "team_id": null}"#),
        again(grant, "site_grant_account_fkey", with: #"{"grant_id": "\#(unknown)", "account_id": "\#(unknown)"}"#),
        again(grant, "site_grant_team_fkey", with: #"{"grant_id": "\#(unknown)", "team_id": "\#(unknown)"}"#),
        change(grant, "site_grant_role_known", "role = 'commissioner'"),
        change(grant, "site_grant_ends_after_it_begins", "through_day = from_day - 1"),
        change(grant, "site_grant_cover_ends", "cover_for = 'T-1'"),
        change(
            grant, "site_grant_revoked_after_granted",
            "revoked_by = 'operator', revoked_at = granted_at - interval '1 s'"),
        change(grant, "site_grant_revoked_as_one", "revoked_by = 'operator'"),
    ]

    private static let networkGrant = "door.network_grant"

    private static let networkGrants: [ConstraintCase] = [
        again(networkGrant, "network_grant_pkey"),
        again(
            networkGrant, "network_grant_account_fkey",
            with: #"{"grant_id": "\#(unknown)", "account_id": "\#(unknown)"}"#),
        change(networkGrant, "network_grant_role_known", "role = 'therapist'"),
        change(networkGrant, "network_grant_ends_after_it_begins", "through_day = from_day - 1"),
        change(networkGrant, "network_grant_revoked_as_one", "revoked_by = 'operator'"),
    ]

    private static let bars: [ConstraintCase] = [
        again("access.bar", "bar_pkey"),
        again("access.bar", "bar_account_fkey", with: #"{"account_id": "\#(unknown)"}"#),
        again("access.bar", "bar_episode_fkey", with: #"{"episode_id": "\#(unknown)"}"#),
        change("access.bar", "bar_lifted_as_one", "lifted_by = 'operator'"),
        change(
            "access.bar", "bar_lifted_after_barred", "lifted_by = 'operator', lifted_at = barred_at - interval '1 s'"),
    ]
}
