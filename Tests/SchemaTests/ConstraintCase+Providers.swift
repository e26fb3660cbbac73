extension ConstraintCase {
    private static func again(
        _ table: String, _ constraint: String, where condition: String = "true", with changes: String = "{}"
    ) -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, where: condition, with: changes))
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change)")
    }

    /// Identity providers, whom they mean, and sign-ins that are under way.
    static let providers: [ConstraintCase] = known + links + away

    private static let unknown = "99999999-9999-9999-9999-999999999999"
    private static let provider = "access.provider"
    private static let link = "access.provider_link"
    private static let signIn = "door.provider_sign_in"

    private static let known: [ConstraintCase] = [
        again(provider, "provider_pkey"),
        again(provider, "provider_id_key", where: "site_id = 1", with: #"{"site_id": 2}"#),
        again(provider, "provider_site_fkey", with: #"{"site_id": 99, "provider_id": "\#(unknown)", "code": "x"}"#),
        again(provider, "provider_code_key", with: #"{"provider_id": "\#(unknown)"}"#),
        change(provider, "provider_issuer_is_an_address", "issuer = 'id.example.org'"),
        change(provider, "provider_client_is_printable", "client_id = 'two words'"),
        change(provider, "provider_sealed_as_one", "key_id = 'k1'"),
        change(provider, "provider_sealed_long_enough", "key_id = 'k1', sealed = ''"),
        change(provider, "provider_removed_as_one", "removed_by = 'operator'"),
        change(
            provider, "provider_removed_after_added",
            "removed_by = 'operator', removed_at = added_at - interval '1 s'"),
    ]

    private static let links: [ConstraintCase] = [
        again(link, "provider_link_pkey"),
        again(link, "provider_link_provider_fkey", with: #"{"provider_id": "\#(unknown)"}"#),
        again(
            link, "provider_link_account_fkey",
            with: #"""
                {"account_id": "\#(unknown)", "linked_at": "2026-02-01Z", "removed_by": "operator",
                "removed_at": "2026-03-01Z"}
                """#),
        again(
            link, "provider_link_subject_key",
            with: #"{"account_id": "\#(unknown)", "linked_at": "2026-02-01Z"}"#),
        again(
            link, "provider_link_account_key",
            with: #"{"subject_index": "\\x\#(String(repeating: "cd", count: 32))", "linked_at": "2026-02-01Z"}"#),
        change(link, "provider_link_index_is_a_digest", "subject_index = ''"),
        change(link, "provider_link_removed_as_one", "removed_by = 'operator'"),
        change(
            link, "provider_link_removed_after_linked",
            "removed_by = 'operator', removed_at = linked_at - interval '1 s'"),
    ]

    private static let away: [ConstraintCase] = [
        again(signIn, "provider_sign_in_pkey"),
        again(
            signIn, "provider_sign_in_provider_fkey",
            with: #"{"provider_id": "\#(unknown)", "state": "\\x\#(String(repeating: "ef", count: 32))"}"#),
        change(signIn, "provider_sign_in_hashes", "browser = ''"),
        change(signIn, "provider_sign_in_sealed_long_enough", "sealed = ''"),
        change(signIn, "provider_sign_in_ends", "expires_at = begun_at"),
    ]
}
