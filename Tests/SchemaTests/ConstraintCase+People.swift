extension ConstraintCase {
    /// What people are found by, where they live and whom they belong to.
    static let people: [ConstraintCase] = [
        ConstraintCase("identity.search_term", "search_term_pkey", again("identity.search_term")),
        ConstraintCase(
            "identity.search_term", "search_term_site_fkey", again("identity.search_term", with: #"{"site_id": 99}"#)),
        ConstraintCase(
            "identity.search_term", "search_term_kind_known",
            again("identity.search_term", with: #"{"kind": "shoe"}"#)),
        ConstraintCase(
            "identity.search_term", "search_term_digest_is_digest",
            again("identity.search_term", with: #"{"digest": "\\x00"}"#)),
        ConstraintCase(
            "identity.search_term", "search_term_one_person_of_an_nhs_number",
            """
            INSERT INTO identity.search_term (site_id, person_id, kind, digest)
            SELECT site_id, person::uuid, 'nhs-number', digest FROM identity.search_term,
                unnest(ARRAY['10000000-0000-0000-0000-0000000000a1', '10000000-0000-0000-0000-0000000000a2']) AS person
            WHERE site_id = 1
            """),

        ConstraintCase("identity.address", "address_pkey", again("identity.address")),
        ConstraintCase("identity.address", "address_site_fkey", again("identity.address", with: #"{"site_id": 99}"#)),
        ConstraintCase(
            "identity.address", "address_ends_after_it_begins", "UPDATE identity.address SET to_day = from_day"),
        ConstraintCase(
            "identity.address", "address_sealed_long_enough", "UPDATE identity.address SET sealed = '\\x00'"),

        ConstraintCase("identity.bond", "bond_pkey", again("identity.bond")),
        ConstraintCase("identity.bond", "bond_site_fkey", again("identity.bond", with: #"{"site_id": 99}"#)),
        ConstraintCase("identity.bond", "bond_is_of_two", "UPDATE identity.bond SET person_id = child_id"),
    ]
}
