import CivilDate
import Disclosure
import Postgres

/// The editions of the network. What was frozen stays.
package enum EditionBook {
    /// Marks a lock as this one's; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x4544_494E

    /// All editions, by number.
    /// - Throws: ``EditionFault/unreadable(_:)``, or the database's fault.
    package static func list(in transaction: Transaction) async throws -> [Edition] {
        let rows = try await transaction.query(
            """
            SELECT edition_no, profile, from_day, through_day, data_cut, document, hash, frozen_at, frozen_by
            FROM edition.edition ORDER BY edition_no
            """)
        var editions: [Edition] = []
        for row in rows { editions.append(try edition(row)) }
        return editions
    }

    /// One edition.
    /// - Throws: ``EditionFault/unknown(_:)``, ``EditionFault/unreadable(_:)``.
    package static func find(_ number: EditionNumber, in transaction: Transaction) async throws -> Edition {
        guard let found = try await list(in: transaction).first(where: { $0.number == number }) else {
            throw EditionFault.unknown(number)
        }
        return found
    }

    /// What is kept beside editions.
    /// - Parameter transaction: one of the role that reads the facts of all sites.
    static func secrets(
        of numbers: [EditionNumber], in transaction: Transaction
    ) async throws -> [EditionNumber: EditionSecrets] {
        var secrets: [EditionNumber: EditionSecrets] = [:]
        let rows = try await transaction.query(
            """
            SELECT edition_no, counts FROM edition.secret WHERE edition_no = ANY (\(numbers.map { Int32($0.number) }))
            """)
        for row in rows {
            guard let number = EditionNumber(Int(try row.decode("edition_no", as: Int32.self))) else { continue }
            guard let read = EditionText.read(EditionSecrets.self, try row.decode("counts", as: String.self)) else {
                throw EditionFault.unreadable(number)
            }
            secrets[number] = read
        }
        for number in numbers where secrets[number] == nil { throw EditionFault.unreadable(number) }
        return secrets
    }

    /// Keeps an edition.
    /// - Parameter author: the code of who froze it.
    /// - Throws: ``EditionFault/movedOn`` when its number is taken meanwhile.
    package static func keep(
        _ draft: EditionDraft, at instant: Instant, by author: String, in transaction: Transaction
    ) async throws -> Edition {
        try await transaction.execute("SELECT pg_advisory_xact_lock(\(lockSpace), 0)")
        let number = Int32(draft.document.number)
        let restates = draft.document.restates.map { Int32($0) }
        let text = try EditionText.write(draft.document)
        let tag = try await transaction.execute(
            """
            INSERT INTO edition.edition
                (edition_no, profile, from_day, through_day, restates, data_cut, document, hash, frozen_at, frozen_by)
            SELECT \(number), \(draft.profile.rawValue), \(draft.period.days.from), \(draft.period.days.through),
                \(restates as Int32?), \(draft.dataCut), \(text), \(EditionText.hash(of: text)), \(instant), \(author)
            WHERE \(number) = (SELECT coalesce(max(edition_no), 0) + 1 FROM edition.edition)
            """)
        guard tag.rows == 1, let kept = EditionNumber(draft.document.number) else { throw EditionFault.movedOn }
        let secrets = try EditionText.write(draft.secrets)
        try await transaction.execute(
            "INSERT INTO edition.secret (edition_no, counts) VALUES (\(number), \(secrets))")
        return try await find(kept, in: transaction)
    }

    private static func edition(_ row: Row) throws -> Edition {
        let text = try row.decode("document", as: String.self)
        guard let number = EditionNumber(Int(try row.decode("edition_no", as: Int32.self))) else {
            throw EditionFault.movedOn
        }
        guard let document = EditionText.read(EditionDocument.self, text),
            let profile = EditionProfile(rawValue: try row.decode("profile", as: String.self)),
            let days = CivilPeriod(from: try row.decode("from_day"), through: try row.decode("through_day"))
        else { throw EditionFault.unreadable(number) }
        return Edition(
            number: number, document: document, canonical: text, hash: try row.decode("hash"),
            period: try EditionPeriod(days), profile: profile, dataCut: try row.decode("data_cut"),
            frozenAt: try row.decode("frozen_at"), frozenBy: try row.decode("frozen_by"))
    }
}
