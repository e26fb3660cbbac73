extension ConstraintCase {
    private static let model = "site.declared_model"

    /// Keeps a model, right but for what is given otherwise.
    private static func keep(
        id: String = "variant", version: Int = 1, at: String = "2026-01-01Z", document: String = "text",
        checksum: String = "sha256(convert_to('text', 'UTF8'))"
    ) -> String {
        "INSERT INTO \(model) VALUES ('\(id)', \(version), '\(at)', 'operator', \(checksum), '\(document)')"
    }

    /// Declared models.
    static let models: [ConstraintCase] = [
        ConstraintCase(model, "declared_model_pkey", keep() + ";" + keep()),
        ConstraintCase(model, "declared_model_id_well_formed", keep(id: "Variant")),
        ConstraintCase(model, "declared_model_version_positive", keep(version: 0)),
        ConstraintCase(model, "declared_model_applied_at_finite", keep(at: "infinity")),
        ConstraintCase(model, "declared_model_checksum_of_document", keep(document: "another text")),
    ]
}
