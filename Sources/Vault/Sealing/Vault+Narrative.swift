import Crypto
import Intervention
import Postgres

/// A sealed text by its id, and what an event keeps to prove later which text was meant.
package struct SealedNarrative: Hashable, Sendable {
    /// The text's id.
    package let id: NarrativeID
    /// SHA-256 over salt and sealed bytes. It stays in the event when both are erased.
    package let commitment: Digest256

    /// A text by its id and commitment.
    package init(id: NarrativeID, commitment: Digest256) {
        self.id = id
        self.commitment = commitment
    }
}

extension Vault {
    /// Seals a text and keeps it under its id.
    ///
    /// Its bytes are never sealed anew: an event has committed to them. What changes is the key that wraps its key.
    /// - Parameter person: whom it is about, and with whose key it is sealed; nil when it is about no one person.
    package func write(
        narrative text: String, id: NarrativeID, of person: PersonID? = nil, site: SiteID, in transaction: Transaction
    ) async throws -> SealedNarrative {
        let sealed =
            if let person {
                try seal(text.utf8, of: person, site: site, purpose: .narrative, row: id.bytes)
            } else {
                try seal(text.utf8, site: site, purpose: .narrative, row: id.bytes)
            }
        let salt = SymmetricKey(size: .bits256).lent()
        let subject = person?.bound
        _ = try await transaction.execute(
            """
            INSERT INTO narrative.text (site_id, narrative_id, subject_id, key_id, salt, sealed)
            VALUES (\(site.number), \(id.bound), \(nullable: subject), \(sealed.key.text), \(salt), \(sealed.bytes))
            """
        )
        return SealedNarrative(id: id, commitment: Vault.commitment(salt: salt, sealed: sealed.bytes))
    }

    /// Reads a text.
    /// - Returns: The text, or nil when it was erased.
    /// - Throws: ``VaultFault`` when it is not the text that was committed to.
    package func read(
        _ narrative: SealedNarrative, site: SiteID, in transaction: Transaction
    ) async throws -> String? {
        let rows = try await transaction.query(
            """
            SELECT key_id, subject_id, salt, sealed FROM narrative.text
            WHERE site_id = \(site.number) AND narrative_id = \(narrative.id.bound)
            """
        )
        guard let row = rows.first else { throw VaultFault(.noSuchText) }
        let (name, subject, salt, bytes) = try row.decode(
            String.self, UUIDBytes?.self, [UInt8]?.self, [UInt8]?.self)
        guard let salt, let bytes else { return nil }
        guard Vault.commitment(salt: salt, sealed: bytes) == narrative.commitment else {
            throw VaultFault(.notTheCommittedText)
        }
        guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
        let text = try open(
            Sealed(key: key, bytes: bytes), of: subject.map { PersonID(high: $0.high, low: $0.low) }, site: site,
            purpose: .narrative, row: narrative.id.bytes
        )
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads texts, in one statement. One that was erased, or that is not there, is missing from the answer.
    /// - Throws: ``VaultFault`` when one is not the text that was committed to.
    package func read(
        _ narratives: [SealedNarrative], site: SiteID, in transaction: Transaction
    ) async throws -> [NarrativeID: String] {
        guard !narratives.isEmpty else { return [:] }
        let wanted = Dictionary(narratives.map { ($0.id, $0.commitment) }) { first, _ in first }
        let rows = try await transaction.query(
            """
            SELECT narrative_id, key_id, subject_id, salt, sealed FROM narrative.text
            WHERE site_id = \(site.number) AND narrative_id = ANY(\(wanted.keys.sorted().map(\.bound)))
                AND sealed IS NOT NULL
            """
        )
        var texts: [NarrativeID: String] = [:]
        for row in rows {
            let (number, name, subject, salt, bytes) = try row.decode(
                UUIDBytes.self, String.self, UUIDBytes?.self, [UInt8].self, [UInt8].self)
            let id = NarrativeID(number)
            guard Vault.commitment(salt: salt, sealed: bytes) == wanted[id] else {
                throw VaultFault(.notTheCommittedText)
            }
            guard let key = KeyID(name) else { throw VaultFault(.notAuthentic) }
            let text = try open(
                Sealed(key: key, bytes: bytes), of: subject.map { PersonID(high: $0.high, low: $0.low) }, site: site,
                purpose: .narrative, row: id.bytes)
            texts[id] = String(decoding: text, as: UTF8.self)
        }
        return texts
    }

    /// Erases a text with its salt, so that neither the text nor a guess at it can be checked against the record. The
    /// record's chain stays whole.
    package func erase(narrative id: NarrativeID, site: SiteID, in transaction: Transaction) async throws {
        let tag = try await transaction.execute(
            """
            UPDATE narrative.text SET salt = NULL, sealed = NULL
            WHERE site_id = \(site.number) AND narrative_id = \(id.bound)
            """
        )
        guard tag.rows == 1 else { throw VaultFault(.noSuchText) }
    }

    private static func commitment(salt: [UInt8], sealed: [UInt8]) -> Digest256 {
        Digest256(SHA256.hash(data: salt + sealed))
    }
}
