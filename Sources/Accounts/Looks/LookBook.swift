package import CivilDate
package import Intervention
package import Postgres

/// The one writer of the access log. It writes in the transaction of what is looked at: where that is undone, so is the
/// look, and where the look cannot be written, nothing is seen.
package enum LookBook {
    /// Writes looks at a site in one statement, which travels with the commit. Nothing is locked, so that nobody waits for
    /// another's look.
    /// - Parameters:
    ///   - at: When it was asked.
    ///   - reference: What the person was told to quote.
    package static func write(
        _ looks: [Look], by asker: Asker, at instant: Instant, site: SiteID, reference: LookReference? = nil,
        in transaction: Transaction
    ) throws(PostgresFault) {
        guard !looks.isEmpty else { return }
        try transaction.postpone(
            """
            INSERT INTO access.look (
                site_id, at, account_id, actor, way, cover_for, action, relation, target, target_id, outcome, rows,
                reference)
            SELECT \(site.number), \(instant), \(nullable: asker.account?.uuid), \(asker.actor), \(asker.way), u.cover_for,
                u.action, u.relation, u.target, u.target_id, u.outcome, u.rows, \(nullable: reference?.text)
            FROM unnest(
                \(looks.map(\.coverFor?.text)), \(looks.map(\.action.rawValue)), \(looks.map(\.relation.rawValue)),
                \(looks.map(\.target.word)), \(looks.map(\.target.uuid)), \(looks.map(\.outcome.rawValue)),
                \(looks.map { $0.rows.map(Int64.init) })
            ) AS u(cover_for, action, relation, target, target_id, outcome, rows)
            """
        )
    }

    /// Writes the look of somebody without an account, who holds a link.
    package static func write(
        _ look: Look, byLinkAt instant: Instant, site: SiteID, in transaction: Transaction
    ) async throws(PostgresFault) {
        try await transaction.execute(
            """
            INSERT INTO access.look (site_id, at, actor, way, action, relation, target, target_id, outcome)
            VALUES (
                \(site.number), \(instant), 'carer-link', 'link', \(look.action.rawValue), \(look.relation.rawValue),
                \(look.target.word), \(nullable: look.target.uuid), \(look.outcome.rawValue))
            """)
    }

    /// Writes looks at figures of the network, which belong to no site.
    package static func write(
        ofNetwork looks: [Look], by asker: Asker, at instant: Instant, reference: LookReference? = nil,
        in transaction: Transaction
    ) async throws(PostgresFault) {
        guard !looks.isEmpty else { return }
        _ = try await transaction.query(
            """
            SELECT door.look_at_network(
                \(instant), \(nullable: asker.account?.uuid), \(asker.actor), \(asker.way), \(nullable: reference?.text),
                \(looks.map(\.action.rawValue)), \(looks.map(\.outcome.rawValue)),
                \(looks.map { $0.rows.map(Int64.init) }))
            """
        )
    }
}

/// What somebody was told to quote when something failed, by which the log is searched: 1 to 64 letters, digits, dots,
/// hyphens and underscores.
package struct LookReference: Hashable, Sendable {
    /// The reference itself.
    package let text: String

    /// A reference, or nil when the text does not have the form of one.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), bytes.first.map(LookReference.isAlphanumeric) == true,
            bytes.allSatisfy({ LookReference.isAlphanumeric($0) || "._-".utf8.contains($0) })
        else { return nil }
        self.text = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
