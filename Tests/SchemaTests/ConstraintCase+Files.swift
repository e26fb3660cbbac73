extension ConstraintCase {
    private static let zeros = "decode(repeat('00', 27), 'hex')"

    /// What is sealed, and what was imported.
    static let files: [ConstraintCase] = [
        ConstraintCase("identity.person", "person_pkey", again("identity.person")),
        ConstraintCase("identity.person", "person_site_fkey", again("identity.person", with: #"{"site_id": 99}"#)),
        ConstraintCase("identity.person", "person_sealed_long_enough", "UPDATE identity.person SET sealed = \(zeros)"),

        ConstraintCase("narrative.text", "text_pkey", again("narrative.text")),
        ConstraintCase("narrative.text", "text_site_fkey", again("narrative.text", with: #"{"site_id": 99}"#)),
        ConstraintCase("narrative.text", "text_erased_as_one", "UPDATE narrative.text SET salt = NULL"),
        ConstraintCase("narrative.text", "text_salt_long_enough", "UPDATE narrative.text SET salt = '\\x00'"),
        ConstraintCase("narrative.text", "text_sealed_long_enough", "UPDATE narrative.text SET sealed = \(zeros)"),

        ConstraintCase("exchange.import", "import_pkey", again("exchange.import")),
        ConstraintCase("exchange.import", "import_site_fkey", again("exchange.import", with: #"{"site_id": 99}"#)),
        ConstraintCase(
            "exchange.import", "import_file_digest_is_sha256",
            again("exchange.import", with: #"{"file_digest": "\\x00"}"#)),
        ConstraintCase("exchange.import", "import_rows_not_negative", again("exchange.import", with: #"{"rows": -1}"#)),
        ConstraintCase(
            "exchange.import", "import_imported_at_finite",
            again("exchange.import", with: #"{"imported_at": "infinity"}"#)),

        ConstraintCase("exchange.imported_row", "imported_row_pkey", again("exchange.imported_row")),
        ConstraintCase(
            "exchange.imported_row", "imported_row_import_fkey",
            "UPDATE exchange.imported_row SET import_id = '10000000-0000-0000-0000-0000000000ff'"),
        ConstraintCase(
            "exchange.imported_row", "imported_row_key_is_digest", "UPDATE exchange.imported_row SET row_key = ''"),
        ConstraintCase(
            "exchange.imported_row", "imported_row_sealed_long_enough",
            "UPDATE exchange.imported_row SET sealed = \(zeros)"),
    ]
}
