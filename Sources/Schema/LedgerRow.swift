/// One row of `schema.ledger`: a file that was applied.
struct LedgerRow: Sendable, Hashable {
    /// The file's name without its ending.
    let name: String
    /// SHA-256 of its bytes when it was applied.
    let checksum: [UInt8]
}
