extension ConstraintCase {
    private static let definition = "site.instrument_definition"

    /// Definitions of instruments.
    static let instruments: [ConstraintCase] = [
        ConstraintCase(definition, "instrument_definition_pkey", again(definition)),
        ConstraintCase(definition, "instrument_definition_site_fkey", again(definition, with: #"{"site_id": 99}"#)),
        ConstraintCase(
            definition, "instrument_definition_version_positive", again(definition, with: #"{"version": 0}"#)),
        ConstraintCase(
            definition, "instrument_definition_loaded_at_finite",
            again(definition, with: #"{"version": 2, "loaded_at": "infinity"}"#)),
        ConstraintCase(
            definition, "instrument_definition_checksum_is_sha256",
            again(definition, with: #"{"version": 2, "checksum": "\\x00"}"#)),
    ]
}
