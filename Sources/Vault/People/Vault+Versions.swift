import Intervention
import Postgres

extension Vault {
    /// What tells apart what is kept of a person at two moments: the same number as long as nothing of it is another; 0 of
    /// somebody of whom nothing is kept. It is a keyed hash, so it says nothing of what is kept, and one that comes later is
    /// not larger.
    ///
    /// Whoever writes upon it takes their turn first.
    package func version(of person: PersonID, site: SiteID, in transaction: Transaction) async throws -> Int64 {
        let particulars = try await identities(of: [person], site: site, in: transaction)[person] ?? [:]
        let addresses = try await transaction.query(
            """
            SELECT address_id::text FROM identity.address
            WHERE site_id = \(site.number) AND person_id = \(person.bound) ORDER BY address_id
            """
        ).column(0, as: String.self)
        guard !particulars.isEmpty || !addresses.isEmpty else { return 0 }
        let kept = particulars.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue)=\($0.value)" }
        let digest = blindIndex(
            site: site, purpose: .personVersion, (["\(person)"] + kept + addresses).joined(separator: "\n"))
        let number = digest.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(number % Vault.versions) + 1
    }

    /// How many numbers tell versions apart: as many as have eighteen digits, but for 0.
    private static let versions: UInt64 = 999_999_999_999_999_999

    /// Two that record people of a site go one after the other, so that a number is taken by one of them, and nobody writes
    /// upon what they did not see. It is the same turn until the transaction ends.
    package func takeTurn(_ site: SiteID, in transaction: Transaction) async throws {
        let space: Int32 = 0x5045_4F50
        _ = try await transaction.query("SELECT pg_advisory_xact_lock(\(space), \(site.number))")
    }
}
