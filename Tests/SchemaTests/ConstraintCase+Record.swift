extension ConstraintCase {
    private static let event = "record.event"

    /// The second event of an episode once more, as its third, with some columns changed.
    private static func third(_ changes: String) -> String {
        again(event, where: "seq = 2", with: changes)
    }

    /// The ledger, sites, streams and events.
    static let record: [ConstraintCase] = [
        ConstraintCase("schema.ledger", "ledger_pkey", again("schema.ledger", where: "true")),
        ConstraintCase(
            "schema.ledger", "ledger_name_well_formed",
            again("schema.ledger", where: "true", with: #"{"name": "0001"}"#)),
        ConstraintCase(
            "schema.ledger", "ledger_checksum_is_sha256",
            again("schema.ledger", where: "true", with: #"{"name": "m9999_x", "checksum": "\\x00"}"#)),

        ConstraintCase("site.code", "code_well_formed", "SELECT 'Jo Smith'::site.code"),
        ConstraintCase("site.term", "term_well_formed", "SELECT '-x'::site.term"),
        ConstraintCase(
            "site.site", "site_pkey",
            """
            INSERT INTO site.site OVERRIDING SYSTEM VALUE SELECT site_id, 'other', name, jurisdiction, time_zone FROM site.site
            """),
        ConstraintCase("site.site", "site_code_key", "UPDATE site.site SET code = 'site-1' WHERE site_id = 2"),
        ConstraintCase("site.site", "site_name_present", "UPDATE site.site SET name = ' '"),
        ConstraintCase("site.site", "site_jurisdiction_known", "UPDATE site.site SET jurisdiction = 'france'"),
        ConstraintCase("site.site", "site_time_zone_well_formed", "UPDATE site.site SET time_zone = 'Europe/'"),
        ConstraintCase("site.configuration", "configuration_pkey", again("site.configuration")),
        ConstraintCase(
            "site.configuration", "configuration_site_fkey", again("site.configuration", with: #"{"site_id": 99}"#)),
        ConstraintCase(
            "site.configuration", "configuration_version_positive",
            again("site.configuration", with: #"{"version": 0}"#)),
        ConstraintCase(
            "site.configuration", "configuration_applied_at_finite",
            again("site.configuration", with: #"{"applied_at": "infinity"}"#)),
        ConstraintCase(
            "site.configuration", "configuration_checksum_is_sha256",
            again("site.configuration", with: #"{"checksum": "\\x00"}"#)),
        ConstraintCase("site.team", "team_pkey", again("site.team", with: #"{"code": "south"}"#)),
        ConstraintCase("site.team", "team_site_fkey", again("site.team", with: #"{"site_id": 99}"#)),
        ConstraintCase(
            "site.team", "team_code_key",
            again("site.team", with: #"{"team_id": "30000000-0000-0000-0000-000000000001"}"#)),
        ConstraintCase("site.team", "team_started_on_finite", "UPDATE site.team SET started_on = '-infinity'"),

        ConstraintCase(event, "event_pkey", again(event)),
        ConstraintCase(event, "event_stream_known", third(#"{"stream": "house"}"#)),
        ConstraintCase(event, "event_seq_positive", third(#"{"seq": 0}"#)),
        ConstraintCase(event, "event_schema_version_positive", third(#"{"seq": 3, "schema_version": 0}"#)),
        ConstraintCase(event, "event_occurred_on_in_range", third(#"{"seq": 3, "occurred_on": "1899-12-31"}"#)),
        ConstraintCase(event, "event_recorded_at_finite", third(#"{"seq": 3, "recorded_at": "infinity"}"#)),
        ConstraintCase(event, "event_model_paired", third(#"{"seq": 3, "model_id": null}"#)),
        ConstraintCase(
            event, "event_settings_need_model", third(#"{"seq": 3, "model_id": null, "model_version": null}"#)),
        ConstraintCase(event, "event_versions_positive", third(#"{"seq": 3, "model_version": 0}"#)),
        ConstraintCase(event, "event_payload_is_object", third(#"{"seq": 3, "payload": []}"#)),
        ConstraintCase(event, "event_hash_is_sha256", third(#"{"seq": 3, "hash": "\\x00"}"#)),
        ConstraintCase(event, "event_previous_hash_is_sha256", third(#"{"seq": 3, "previous_hash": "\\x00"}"#)),
        ConstraintCase(event, "event_chain_begins_with_zeros", third(#"{"seq": 1}"#)),

        ConstraintCase("record.stream", "stream_pkey", again("record.stream")),
        ConstraintCase("record.stream", "stream_site_fkey", again("record.stream", with: #"{"site_id": 99}"#)),
        ConstraintCase("record.stream", "stream_head_fkey", "UPDATE record.stream SET head_seq = 99"),
        ConstraintCase("record.stream", "stream_head_hash_is_sha256", "UPDATE record.stream SET head_hash = ''"),
        ConstraintCase(
            "record.stream", "stream_last_recorded_at_finite", "UPDATE record.stream SET last_recorded_at = 'infinity'"),
    ]
}
