@_spi(Splice) import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

/// What a transaction sees of its own site, by what it reaches: walked over every table that there is.
@Suite struct ReachTests {
    private static let allAspects = "{identity,narrative,record,scores,staff-measures}"

    /// The ids of the first site's family and team in ``TwoSites``.
    private static let ids =
        "{" + (1...9).map { "10000000-0000-0000-0000-00000000000\($0)" }.joined(separator: ",") + "}"

    private static let scoped: Statement = """
        SELECT oid::regclass::text FROM pg_class WHERE relrowsecurity ORDER BY 1
        """

    /// Tables that tell nothing of a family, a team's work or a person, or that only actions over a whole site read.
    private static let open: Set<String> = [
        "access.alert", "access.disposal_seal", "access.disposed", "access.glass", "access.look", "access.provider", "access.provider_link",
        "access.relative", "access.seal", "access.site_grant", "duty.edition_proposal", "duty.night",
        "duty.quality", "duty.retention", "exchange.import", "job.attempt", "job.lease", "job.occurrence", "job.outbox",
        "job.removal", "record.stub", "retention.hold", "retention.pending_key", "retention.proposal",
        "retention.proposed_child", "reporting.care_spell_fact", "reporting.episode_fact", "reporting.interview_fact",
        "reporting.model_fact", "site.configuration", "site.instrument_definition", "site.team",
    ]

    /// The tables of which anything is seen under these settings, with how many rows.
    private static func seen(
        _ settings: [(name: String, value: String)], in database: ScratchDatabase
    ) async throws -> [String: Int] {
        let tables = try await database.texts(scoped)
        return try await database.asking(as: .application) { connection in
            let scope = SessionScope(settings: [("homeward.site", "1")] + settings)
            return try await connection.transaction(scope: scope) { transaction in
                var seen: [String: Int] = [:]
                for table in tables {
                    // The opening of a team is no secret of the team.
                    let rows = try await transaction.query(
                        """
                        SELECT count(*) FROM \(splice: table) AS t
                        WHERE NOT (to_jsonb(t) @> '{"stream": "team", "seq": 1}')
                        """
                    ).column(0, as: Int.self)
                    if let count = rows.first, count > 0 { seen[table] = count }
                }
                return seen
            }
        }
    }

    private static func whole(_ aspects: String = allAspects) -> [(name: String, value: String)] {
        [("homeward.reach", "site"), ("homeward.aspects", aspects)]
    }

    private static func some(_ reached: String, barred: String = "{}") -> [(name: String, value: String)] {
        [
            ("homeward.reach", "some"), ("homeward.reached", reached), ("homeward.barred", barred),
            ("homeward.aspects", allAspects),
        ]
    }

    @Test func `who reaches nothing of a site sees no family, no team's work and nobody's identity`() async throws {
        try await Ground.withTwoSites { database in
            for settings in [[], Self.some("{}"), [("homeward.reach", "none")]] as [[(name: String, value: String)]] {
                let seen = Set(try await Self.seen(settings, in: database).keys)
                // A text is found by an id that only an event of its family holds.
                #expect(seen.subtracting(Self.open).subtracting(["narrative.text"]) == [])
            }
        }
    }

    @Test func `who reaches a family and its team by their ids sees of them what all of the site would show`()
        async throws
    {
        try await Ground.withTwoSites { database in
            var all = try await Self.seen(Self.whole(), in: database)
            #expect(Set(all.keys).subtracting(Self.open).count >= 30)
            // What was imported belongs to whoever has all of the site.
            all["exchange.imported_row"] = nil
            #expect(try await Self.seen(Self.some(Self.ids), in: database) == all)
        }
    }

    @Test func `a bar takes away what either reach gives`() async throws {
        try await Ground.withTwoSites { database in
            let barred = [(name: "homeward.barred", value: Self.ids)]
            for settings in [Self.whole() + barred, Self.some(Self.ids, barred: Self.ids)] {
                let seen = Set(try await Self.seen(settings, in: database).keys)
                #expect(seen.subtracting(Self.open).subtracting(["narrative.text", "exchange.imported_row"]) == [])
            }
        }
    }

    @Test func `each table shows more as soon as its policy is gone`() async throws {
        try await Ground.withTwoSites { database in
            let held = try await database.texts(
                "SELECT DISTINCT polrelid::regclass::text FROM pg_policy WHERE polname = 'reach' ORDER BY 1")
            #expect(held.count >= 30)
            for table in held {
                try await database.asking { connection in
                    try await connection.execute("DROP POLICY reach ON \(splice: table)")
                    try await connection.execute("DROP POLICY IF EXISTS content ON \(splice: table)")
                }
                let seen = try await Self.seen(Self.some("{}"), in: database)
                #expect(seen[table] ?? 0 > 0, "\(table)")
            }
        }
    }

    @Test(arguments: [
        (
            "identity",
            [
                "exchange.imported_row", "identity.address", "identity.bond", "identity.person", "identity.search_term",
            ]
        ), ("narrative", ["narrative.text"]),
        ("scores", ["record.interview"]), ("staff-measures", ["duty.measure_rater", "duty.measure_slot"]),
        ("record", []),
    ])
    func `without a kind of content its tables are empty`(kind: String, tables: [String]) async throws {
        try await Ground.withTwoSites { database in
            let all = try await Self.seen(Self.whole(), in: database)
            let others = Self.allAspects.replacing(kind, with: "nothing")
            let without = try await Self.seen(Self.whole(others), in: database)
            #expect(all.keys.filter { without[$0] == nil }.sorted() == tables)
        }
    }

    @Test func `no policy asks anything for each row`() async throws {
        try await Ground.withTwoSites { database in
            try await database.asking(as: .application) { connection in
                try await connection.transaction(
                    scope: SessionScope(settings: [("homeward.site", "1")] + Self.some(Self.ids))
                ) { transaction in
                    for table in ["record.event", "record.contact", "identity.person", "duty.obligation"] {
                        let plan = try await transaction.query("EXPLAIN (VERBOSE) SELECT * FROM \(splice: table)")
                            .column(0, as: String.self)
                        #expect(plan.contains { $0.contains("InitPlan") }, "\(table)")
                        // A sub-select of a policy is named in the filter: $0 for an InitPlan, or as a hashed SubPlan.
                        #expect(!plan.contains { $0.contains("(SubPlan") || $0.contains("alternatives") }, "\(table)")
                    }
                }
            }
        }
    }
}
