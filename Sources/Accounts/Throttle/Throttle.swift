internal import CivilDate
internal import Intervention
internal import Postgres
internal import Vault

/// Counts guesses in the database and makes them wait. A guess is counted before it is looked at, so that a thousand made
/// at once are a thousand; a right one takes its own count back.
struct Throttle: Sendable {
    let rule: ThrottleRule

    /// Whether a guess may be looked at.
    enum Answer: Hashable, Sendable {
        case goOn
        case wait(until: Instant)
    }

    /// Counts a guess, or says until when none is looked at. The transaction must be committed before the guess is looked
    /// at.
    func begin(_ subjects: [ThrottleSubject], at now: Instant, in transaction: Transaction) async throws -> Answer {
        let rows = try await locked(subjects, at: now, in: transaction)
        // Without failures nobody waits, whichever of two attempts at once took its time first.
        let waiting = rows.filter { $0.failures >= rule.free && $0.freeAt > now }
        if let latest = waiting.map(\.freeAt).max() { return .wait(until: latest) }
        for row in rows {
            let isOld = !row.kind.isOfAccount && row.lastAt.adding(seconds: ThrottleRule.day) <= now
            let failures = (isOld ? 0 : row.failures) + 1
            try await write(row, failures: failures, at: now, in: transaction)
        }
        return .goOn
    }

    /// Says that the guess was right: the account's and the device's failures are forgotten, and the source's own count is
    /// taken back. Nobody clears the count of a source by signing in to an account of their own between two guesses.
    func succeed(_ subjects: [ThrottleSubject], at now: Instant, in transaction: Transaction) async throws {
        for row in try await locked(subjects, at: now, in: transaction) {
            let failures = row.kind.isOfAccount ? 0 : max(row.failures - 1, 0)
            try await write(row, failures: failures, at: now, in: transaction)
        }
    }

    private struct Counted {
        let kind: ThrottleSubject.Kind
        let key: Digest256
        let failures: Int
        let lastAt: Instant
        let freeAt: Instant
    }

    private func locked(
        _ subjects: [ThrottleSubject], at now: Instant, in transaction: Transaction
    ) async throws -> [Counted] {
        let rows = try await transaction.query(
            """
            SELECT kind, subject, failures, last_at, free_at
            FROM door.lock_throttles(\(subjects.map(\.kind.rawValue)), \(subjects.map(\.key)), \(now))
            """)
        return try rows.map { row in
            let (word, key, failures, last, free) = try row.decode(
                String.self, Digest256.self, Int32.self, Instant.self, Instant.self)
            guard let kind = ThrottleSubject.Kind(rawValue: word) else { throw AccountFault.unreadable }
            return Counted(kind: kind, key: key, failures: Int(failures), lastAt: last, freeAt: free)
        }
    }

    private func write(
        _ row: Counted, failures: Int, at now: Instant, in transaction: Transaction
    ) async throws {
        let wait = failures == 0 ? 0 : rule.wait(after: failures, capped: row.kind.isOfAccount)
        _ = try await transaction.query(
            """
            SELECT door.write_throttle(
                \(row.kind.rawValue), \(row.key), \(Int32(failures)), \(now), \(now.adding(seconds: wait)))
            """)
    }
}
