extension ConstraintCase {
    private static func write(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "exchange.network_write", constraint,
            "UPDATE exchange.network_write SET \(changes) WHERE ctid = '(0,1)'")
    }

    /// What was written of the network under keys.
    static let networkWrites: [ConstraintCase] = [
        ConstraintCase(
            "exchange.network_write", "network_write_pkey",
            "INSERT INTO exchange.network_write SELECT * FROM exchange.network_write"),
        write("network_write_account_fkey", "account_id = '10000000-0000-0000-0000-0000000000ff'"),
        write("network_write_key_is_digest", "write_key = ''"),
        write("network_write_request_is_digest", "request = ''"),
        write("network_write_told_is_number", "told = 'Ada'"),
        write("network_write_recorded_at_finite", "recorded_at = 'infinity'"),
    ]
}
