import Accounts
import EpisodeFixtures
import Intervention
@_spi(Splice) import Postgres
import RandomHistories
import ScratchPostgres

/// What somebody with all rights in the database does to what is sealed, with the row that a check must name first.
struct SealTampering {
    enum Act: String, CaseIterable, Sendable {
        case update, delete, insert, swap, redate, cut
        /// The same, and the seals of the database are made to fit as far as that goes without the key.
        case rechain
    }

    /// A row as it was sealed.
    struct Victim: Sendable {
        let arrival: Int64
        let table: String
        /// A digest of all of it but its arrival: two rows alike can change places without any change.
        let content: String
    }

    /// What its rows are told by, in every table of it.
    let whose: String
    /// The tables whose rows are sealed.
    let tables: [String]
    /// The table of its seals.
    let seals: String
    /// All sealed rows in the order of their arrival.
    let victims: [Victim]

    /// Does something, and tells which row it shows at first.
    func act(
        _ act: Act, in transaction: Transaction, using random: inout SplitMix64
    ) async throws -> (kind: AuditFault.Kind, arrival: Int64) {
        let place = Int.random(in: victims.indices, using: &random)
        let victim = victims[place]
        switch act {
        case .update:
            let column = victim.table == "record.event" ? "recorded_by" : "actor"
            try await run("UPDATE \(victim.table) SET \(column) = 'somebody-else' WHERE \(key(victim))", transaction)
            return (.changed, victim.arrival)
        case .delete:
            try await run("DELETE FROM \(victim.table) WHERE \(key(victim))", transaction)
            return (.removed, victim.arrival)
        case .insert: return (.inserted, try await insert(like: victim, transaction))
        case .swap:
            guard
                let other = victims.filter({ $0.table == victim.table && $0.content != victim.content })
                    .randomElement(using: &random)
            else { throw FixtureFault.missing("another row") }
            try await swap(victim, other, transaction)
            return (.changed, min(victim.arrival, other.arrival))
        case .redate:
            let column = victim.table == "record.event" ? "recorded_at" : "at"
            try await run(
                "UPDATE \(victim.table) SET \(column) = \(column) + interval '1 microsecond' WHERE \(key(victim))",
                transaction)
            return (.changed, victim.arrival)
        case .cut:
            try await cut(from: victim, transaction)
            return (.removed, victim.arrival)
        case .rechain:
            try await run("DELETE FROM \(victim.table) WHERE \(key(victim))", transaction)
            try await rechain(transaction)
            return (.removed, victim.arrival)
        }
    }

    private func key(_ victim: Victim) -> String { "\(whose) AND arrival = \(victim.arrival)" }

    private func run(_ sql: String, _ transaction: Transaction) async throws {
        try await transaction.script(sql)
    }

    /// A copy of a row in a place that nobody took, or else in a place of its own behind it.
    private func insert(like victim: Victim, _ transaction: Transaction) async throws -> Int64 {
        let isTaken = victims.map(\.arrival).contains(victim.arrival + 1) || victim.arrival == victims.last?.arrival
        let free = isTaken ? -victim.arrival : victim.arrival + 1
        let digest = String(repeating: "ab", count: 32)
        let changes =
            victim.table == "record.event"
            ? #"{"arrival": \#(free), "seq": \#(1_000 + victim.arrival), "previous_hash": "\\x\#(digest)"}"#
            : #"{"arrival": \#(free)}"#
        try await run(
            """
            INSERT INTO \(victim.table)
            SELECT (jsonb_populate_record(row, '\(changes)')).* FROM \(victim.table) AS row WHERE \(key(victim))
            """, transaction)
        return free
    }

    /// Two rows change places, each as it was otherwise.
    private func swap(_ one: Victim, _ other: Victim, _ transaction: Transaction) async throws {
        try await run("UPDATE \(one.table) SET arrival = 1000000 WHERE \(key(one))", transaction)
        try await run("UPDATE \(one.table) SET arrival = \(one.arrival) WHERE \(key(other))", transaction)
        try await run(
            "UPDATE \(one.table) SET arrival = \(other.arrival) WHERE \(whose) AND arrival = 1000000", transaction)
    }

    /// Everything from a row on goes, with all seals that cover any of it.
    private func cut(from victim: Victim, _ transaction: Transaction) async throws {
        for table in tables {
            try await run("DELETE FROM \(table) WHERE \(whose) AND arrival >= \(victim.arrival)", transaction)
        }
        try await run("DELETE FROM \(seals) WHERE \(whose) AND through_arrival >= \(victim.arrival)", transaction)
    }

    /// Takes the leaves of rows that are gone out of the seals, and makes counts and roots fit.
    private func rechain(_ transaction: Transaction) async throws {
        try await run(
            """
            WITH leaf AS (
                SELECT s.number, n.place, substr(s.leaves, 24 * n.place + 1, 24) AS bytes
                FROM \(seals) AS s, generate_series(0, s.rows - 1) AS n(place) WHERE \(whose)
            ), there AS (
                SELECT l.number, l.place, l.bytes FROM leaf AS l
                WHERE ('x' || encode(substr(l.bytes, 1, 8), 'hex'))::bit(64)::bigint IN (
                    \(tables.map { "SELECT arrival FROM \($0)" }.joined(separator: " UNION ALL ")))
            ), fitting AS (
                SELECT number, count(*) AS rows, string_agg(bytes, '' ORDER BY place) AS leaves
                FROM there GROUP BY number
            )
            UPDATE \(seals) AS s SET rows = f.rows, leaves = f.leaves, root = sha256(f.leaves),
                code = sha256(f.leaves || s.code)
            FROM fitting AS f WHERE \(whose) AND f.number = s.number
            """, transaction)
    }
}

extension SealTampering {
    /// What there is to do to everything that a world has sealed.
    init(of world: SealWorld) async throws {
        let isOfNetwork = world.stream == .network
        let whose = isOfNetwork ? "true" : "site_id = \(world.site.id.number)"
        let tables = isOfNetwork ? ["door.network_look"] : ["access.look", "record.event"]
        let all = tables.map {
            "SELECT arrival, '\($0)', md5((to_jsonb(r) - 'arrival')::text) FROM \($0) AS r WHERE \(whose)"
        }.joined(separator: " UNION ALL ")
        let rows = try await Connection.withConnection(to: world.world.database.target()) { connection in
            try await connection.query("\(splice: all) ORDER BY 1")
        }
        var victims: [Victim] = []
        for row in rows {
            victims.append(
                Victim(arrival: try row.decode(0), table: try row.decode(1), content: try row.decode(2)))
        }
        self.init(
            whose: whose, tables: tables, seals: isOfNetwork ? "door.network_seal" : "access.seal", victims: victims)
    }
}
