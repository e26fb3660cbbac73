import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

/// The jobs that look after the record.
@Suite struct UpkeepJobTests {
    private static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private static func rows(_ night: NightWorld, _ site: FixtureSite, _ statement: Statement) async throws -> [String]
    {
        try await night.world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(statement).column(0, as: String.self)
        }
    }

    @Test func `the nights of four weeks walk the whole record, and a changed event fails the night of its part`()
        async throws
    {
        try await NightWorld.with { night, sites in
            try await night.world.record(
                (0..<20).map { number in
                    let start = FixtureWorld.today.adding(days: -200 - number)
                    return FixtureEpisode(from: start, through: start.adding(days: 90))
                }, on: sites[0])
            let worker = try night.worker([VerifyJob()])
            for _ in 0..<28 {
                _ = try await worker.run()
                night.world.clock.advance(seconds: 86_400)
            }
            let occurrences = try await night.desk(worker, at: sites[0]).occurrences()
            let streams = occurrences.reduce(0) { $0 + $1.tally.read }
            #expect(streams == 43)
            try await night.world.database.withPool(.administrator, size: 1) { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    try await transaction.execute(
                        """
                        UPDATE record.event SET occurred_on = occurred_on - 1
                        WHERE (stream, stream_id, seq) = (
                            SELECT stream, stream_id, seq FROM record.event
                            WHERE stream = 'episode' ORDER BY stream_id LIMIT 1)
                        """)
                }
            }
            for _ in 0..<28 {
                _ = try await worker.run()
                night.world.clock.advance(seconds: 86_400)
            }
            let failed = try await night.desk(worker, at: sites[0]).occurrences().filter { $0.state == .failed }
            #expect(failed.count == 1)
            #expect(failed.first?.reason?.contains("the record has 1 fault") == true)
        }
    }

    @Test func `what grew since the night before is walked the night after, wherever it lies`() async throws {
        try await NightWorld.with { night, sites in
            func record(_ number: Int) async throws {
                let start = FixtureWorld.today.adding(days: -200 - number)
                try await night.world.record(
                    [FixtureEpisode(from: start, through: start.adding(days: 90))], on: sites[0])
            }
            try await record(0)
            let worker = try night.worker([VerifyJob()])
            _ = try await worker.run()
            night.world.clock.advance(seconds: 86_400)
            for number in 1...5 { try await record(number) }
            _ = try await worker.run()
            let read = try await night.desk(worker, at: sites[0]).occurrences().map(\.tally.read).max() ?? 0
            #expect(read >= 10, "five families and their children")
            night.world.clock.advance(seconds: 86_400)
            _ = try await worker.run()
            let quiet = try await night.desk(worker, at: sites[0]).occurrences().map(\.tally.read).reduce(0, +) - read
            #expect(quiet < 10, "what did not grow is left to its part")
        }
    }

    @Test func `the scorecard counts what breaks each rule, by what was known`() async throws {
        try await NightWorld.with { night, sites in
            var whole = FixtureEpisode(from: try Self.day("2026-03-02"), through: try Self.day("2026-06-20"))
            whole.source = .socialCare
            try await night.world.record(
                [whole, FixtureEpisode(referredOn: try Self.day("2026-04-01"))], on: sites[0])
            _ = try await night.worker([QualityJob.usual]).run()
            let card = try await Self.rows(
                night, sites[0],
                """
                SELECT concat(rule, ' ', faulty, '/', checked) FROM duty.quality
                WHERE site_id = \(sites[0].id.number) ORDER BY rule
                """)
            #expect(card.contains("source-missing 1/2"))
            #expect(card.contains("decision-late 1/2"))
            #expect(card.contains("outcome-unknown 1/1"))
            #expect(card.contains("interview-missing 1/1"))
        }
    }

    @Test func `a quarter is proposed once, six weeks after its end, and only where something happened`() async throws {
        try await NightWorld.with(sites: 2) { night, sites in
            try await night.world.record(
                [FixtureEpisode(from: try Self.day("2026-04-06"), through: try Self.day("2026-06-20"))], on: sites[0])
            let worker = try night.worker([QualityJob.usual, EditionsJob.usual])
            try night.set("2026-08-10", "03:00:00")
            for _ in 0..<4 {
                _ = try await worker.run()
                night.world.clock.advance(seconds: 86_400)
            }
            func proposed(_ site: FixtureSite) async throws -> [String] {
                try await Self.rows(
                    night, site,
                    """
                    SELECT concat(from_day, ' ', through_day, ' ', proposed_on) FROM duty.edition_proposal
                    WHERE site_id = \(site.id.number)
                    """)
            }
            #expect(try await proposed(sites[0]) == ["2026-04-01 2026-06-30 2026-08-11"])
            #expect(try await proposed(sites[1]).isEmpty)
        }
    }

    @Test func `how long a record is kept follows what is known of care, and nothing is disposed of`() async throws {
        try await NightWorld.with { night, sites in
            var cared = FixtureEpisode(from: try Self.day("2026-01-05"), through: try Self.day("2026-05-08"))
            cared.profile.birthMonth = CivilMonth(iso: "2012-01")
            let other = FixtureEpisode(from: try Self.day("1990-01-08"), through: try Self.day("1990-05-08"))
            let open = FixtureEpisode(referredOn: try Self.day("2026-06-01"))
            try await night.world.record([cared, other, open], on: sites[0])
            try await night.world.record(
                [FixtureSpell(.lookedAfter, try Self.day("2025-10-01"))], of: cared.child, on: sites[0])
            _ = try await night.worker([RetentionJob()]).run()
            let classes = try await Self.rows(
                night, sites[0],
                """
                SELECT concat(class, ' ', keep_through, ' ', is_proposed) FROM duty.retention
                WHERE site_id = \(sites[0].id.number) ORDER BY keep_through
                """)
            #expect(
                classes == [
                    "every-record 2025-05-08 t", "looked-after 2087-01-31 f", "every-record infinity f",
                ])
            #expect(try await night.world.verify(sites[0]).isSound)
        }
    }

    @Test func `counts of failures that nobody needs any more go, whichever site's night comes first`() async throws {
        try await NightWorld.with { night, sites in
            let now = night.world.clock.shown
            try await night.world.database.withPool(.administrator, size: 1) { pool in
                for (subject, days): (UInt8, Int64) in [(1, 40), (2, 20)] {
                    let at = now.adding(microseconds: -days * 86_400_000_000)
                    try await pool.withConnection { connection in
                        _ = try await connection.execute(
                            """
                            INSERT INTO door.throttle (kind, subject, failures, last_at, free_at)
                            VALUES ('source', \([UInt8](repeating: subject, count: 32)), 3, \(at), \(at))
                            """)
                    }
                }
            }
            _ = try await night.worker([SweepJob.usual]).run()
            let left = try await night.world.database.withPool(.administrator, size: 1) { pool in
                try await pool.withConnection { connection in
                    try await connection.query("SELECT get_byte(subject, 0) FROM door.throttle").column(
                        0, as: Int32.self)
                }
            }
            #expect(left == [2])
        }
    }

    @Test func `what is long past is taken away, no more than the cap, and noted`() async throws {
        try await NightWorld.with { night, sites in
            let talk = MadeJob("digests") { day, site in
                let messages = (1...5).compactMap { StaffCode("t-\($0)") }
                    .map { Message(to: $0, "digest", subject: "\(day)", body: "x\n") }
                return Tally(changes: ["messages": try await site.post(messages)])
            }
            let sender = OutboxTests.Noting()
            let sweep = try #require(SweepJob(messageDays: 30, most: 3))
            let worker = try night.worker([talk], sender: sender)
            _ = try await worker.run()
            night.world.clock.advance(seconds: 40 * 86_400)
            let sweeper = try night.worker([sweep])
            let desk = try await night.desk(sweeper, at: sites[0])
            #expect(try await desk.rehearse("sweep", on: Self.day("2026-08-10")).changes == ["messages": 3])
            _ = try await sweeper.run()
            night.world.clock.advance(seconds: 86_400)
            _ = try await sweeper.run()
            let removals = try await Self.rows(
                night, sites[0],
                """
                SELECT concat(local_date, ' ', what, ' ', removed) FROM job.removal
                WHERE site_id = \(sites[0].id.number) ORDER BY local_date
                """)
            #expect(removals == ["2026-08-10 messages 3", "2026-08-11 messages 2"])
        }
    }
}
