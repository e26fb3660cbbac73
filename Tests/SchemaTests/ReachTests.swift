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

    /// Tables that tell how a site is set up and who signs in: `CatalogueTests` holds the list.
    private static let open: Set<String> = [
        "access.provider", "access.provider_link", "site.configuration", "site.instrument_definition", "site.team",
    ]

    /// Tables about families that only whoever has all of the site sees.
    private static let ofSite: Set<String> = [
        "access.disposal_seal", "access.disposed", "access.look", "access.relative", "duty.retention", "record.stub",
        "retention.hold", "retention.pending_key", "retention.proposed_child",
    ]

    /// The same about no one family, so that no bar takes anything of them away.
    private static let ofSiteAlone: Set<String> = [
        "access.alert", "access.seal", "access.site_grant", "duty.edition_proposal", "duty.night", "duty.quality",
        "exchange.import", "exchange.imported_row", "job.attempt", "job.lease", "job.occurrence", "job.outbox",
        "job.removal", "retention.destroyed_key", "retention.proposal", "site.outlier", "site.outlier_step",
        "site.programme_review",
    ]

    /// Tables that are held to kinds of content alone: a text is found by an id that only an event of its family holds,
    /// and facts of reports have keys that nobody can tell from an id.
    private static let ofContent: Set<String> = [
        "narrative.text", "reporting.care_spell_fact", "reporting.episode_fact", "reporting.interview_fact",
        "reporting.model_fact",
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
            for settings in [[], [("homeward.reach", "none")]] as [[(name: String, value: String)]] {
                #expect(Set(try await Self.seen(settings, in: database).keys) == Self.open)
            }
            let seen = Set(try await Self.seen(Self.some("{}"), in: database).keys)
            #expect(seen == Self.open.union(Self.ofContent))
        }
    }

    @Test func `who reaches a family and its team by their ids sees of them what all of the site would show`()
        async throws
    {
        try await Ground.withTwoSites { database in
            var all = try await Self.seen(Self.whole(), in: database)
            #expect(Set(all.keys).subtracting(Self.open).count >= 60)
            for table in Self.ofSite.union(Self.ofSiteAlone) {
                #expect(all[table] ?? 0 > 0, "\(table)")
                all[table] = nil
            }
            #expect(try await Self.seen(Self.some(Self.ids), in: database) == all)
        }
    }

    @Test func `a bar takes away what either reach gives`() async throws {
        try await Ground.withTwoSites { database in
            let barred = [(name: "homeward.barred", value: Self.ids)]
            let whole = Set(try await Self.seen(Self.whole() + barred, in: database).keys)
            #expect(whole == Self.open.union(Self.ofContent).union(Self.ofSiteAlone))
            let some = Set(try await Self.seen(Self.some(Self.ids, barred: Self.ids), in: database).keys)
            #expect(some == Self.open.union(Self.ofContent))
        }
    }

    @Test func `each table shows more as soon as its policies are gone`() async throws {
        try await Ground.withTwoSites { database in
            let policies = try await database.texts(
                """
                SELECT format('%s %I', polrelid::regclass, polname) FROM pg_policy WHERE NOT polpermissive ORDER BY 1
                """
            ).map { $0.split(separator: " ").map(String.init) }
            #expect(policies.count >= 65)
            for (table, policies) in Dictionary(grouping: policies, by: { $0[0] }) {
                #expect(try await Self.seen([], in: database)[table] == nil, "\(table)")
                try await database.asking { connection in
                    for policy in policies {
                        try await connection.execute("DROP POLICY \(splice: policy[1]) ON \(splice: table)")
                    }
                }
                #expect(try await Self.seen([], in: database)[table] ?? 0 > 0, "\(table)")
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
        ("scores", ["record.interview", "reporting.interview_fact"]),
        ("staff-measures", ["duty.measure_rater", "duty.measure_slot"]),
        ("record", ["reporting.care_spell_fact", "reporting.episode_fact", "reporting.model_fact"]),
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
