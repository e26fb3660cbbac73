import Intervention
import Postgres

extension Vault {
    /// The most persons that are opened to be ranked for one search. More of them share the beginnings of the names that
    /// were asked for than anybody could look through.
    package static let mostCandidates = 5_000

    /// The persons of a site that a text may mean: those who have the number, or every part of whose asked name begins a part
    /// of their names with the same three letters.
    ///
    /// - Returns: in no order that means anything; at most ``mostCandidates``.
    package func candidates(for text: String, site: SiteID, in transaction: Transaction) async throws -> [PersonID] {
        let terms = Set(SearchTerm.wanted(in: text))
        guard !terms.isEmpty else { return [] }
        let (kinds, digests) = digests(of: terms, site: site)
        let rows = try await transaction.query(
            """
            SELECT t.person_id
            FROM unnest(\(kinds), \(digests)) AS wanted (kind, digest)
            JOIN identity.search_term AS t
                ON t.site_id = \(site.number) AND t.kind = wanted.kind AND t.digest = wanted.digest
            GROUP BY t.person_id HAVING count(*) = \(Int64(terms.count))
            LIMIT \(Int64(Vault.mostCandidates))
            """
        )
        return try rows.column(0, as: UUIDBytes.self).map { PersonID($0) }
    }

    /// Whether somebody else of the site has the NHS number.
    func isTaken(
        _ number: NHSNumber, byOtherThan person: PersonID, site: SiteID, in transaction: Transaction
    ) async throws -> Bool {
        let (_, digests) = digests(of: [SearchTerm(kind: .nhsNumber, text: number.digits)], site: site)
        return try await transaction.query(
            "SELECT access.nhs_number_taken(\(site.number), \(digests[0]), \(person.bound))"
        ).column(0, as: Bool.self) == [true]
    }

    /// Keeps what a person is found by; what they were found by before is forgotten.
    func index(_ terms: Set<SearchTerm>, of person: PersonID, site: SiteID, in transaction: Transaction) async throws {
        let (kinds, digests) = digests(of: terms, site: site)
        try await transaction.execute(
            "DELETE FROM identity.search_term WHERE site_id = \(site.number) AND person_id = \(person.bound)")
        try await transaction.execute(
            """
            INSERT INTO identity.search_term (site_id, person_id, kind, digest)
            SELECT \(site.number), \(person.bound), kind, digest
            FROM unnest(\(kinds), \(digests)) AS kept (kind, digest)
            """
        )
    }

    private func digests(of terms: Set<SearchTerm>, site: SiteID) -> (kinds: [String], digests: [Digest256]) {
        let key = indexKey(site: site, purpose: .searchTerm)
        let terms = Array(terms)
        return (
            terms.map(\.kind.rawValue), terms.map { blindIndex("\($0.kind.rawValue) \($0.text)", with: key) }
        )
    }
}
