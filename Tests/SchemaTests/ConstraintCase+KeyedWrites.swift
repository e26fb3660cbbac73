extension ConstraintCase {
    private static func write(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "exchange.keyed_write", constraint, "UPDATE exchange.keyed_write SET \(changes) WHERE site_id = 1")
    }

    /// What was written under keys.
    static let keyedWrites: [ConstraintCase] = [
        ConstraintCase(
            "exchange.keyed_write", "keyed_write_pkey",
            """
            INSERT INTO exchange.keyed_write (
                site_id, account_id, write_key, request, stream, stream_id, version, advice, recorded_at)
            SELECT site_id, account_id, write_key, request, stream, stream_id, version, advice, recorded_at
            FROM exchange.keyed_write WHERE site_id = 1
            """),
        write("keyed_write_account_fkey", "account_id = '10000000-0000-0000-0000-0000000000ff'"),
        write("keyed_write_stream_fkey", "stream_id = '10000000-0000-0000-0000-0000000000ff'"),
        write("keyed_write_stream_whole", "stream_id = NULL, version = NULL"),
        write("keyed_write_version_of_stream", "stream = NULL, stream_id = NULL"),
        write("keyed_write_told_short", "told = repeat('x', 101)"),
        write("keyed_write_key_is_digest", "write_key = ''"),
        write("keyed_write_request_is_digest", "request = ''"),
        write("keyed_write_version_positive", "version = 0"),
        write("keyed_write_recorded_at_finite", "recorded_at = 'infinity'"),
    ]
}
