import FoundationEssentials
import Glibc
import Postgres
import Testing

/// Nights whose worker, or whose database, is killed or stands still at moments of chance.
@Suite struct NightDrillTests {
    /// How many nights, and how many kills: a drill sets 200.
    static let nights = ProcessInfo.processInfo.environment["HOMEWARD_DRILL_NIGHTS"].flatMap { Int($0) } ?? 8

    @Test func `nights that are killed again and again end like nights that were left alone`() async throws {
        try await Workplace.lendDurable { lent in
            let workplace = NightDrill.impatient(lent)
            try await NightDrill.prepare(workplace, nights: Self.nights)
            try await NightDrill.finish(workplace)
            let expected = try await NightDrill.result(workplace)
            try await NightDrill.forget(workplace)
            let kills = try await NightDrill.disturb(workplace, kills: Self.nights)
            try await NightDrill.finish(workplace)
            let result = try await NightDrill.result(workplace)
            #expect(result.tables == expected.tables)
            #expect(result.messages == expected.messages, "\(result.reasons)")
            #expect(result.mails == expected.mails)
            #expect(result.mails.count == Set(result.messages).count)
            #expect(!result.messages.isEmpty)
            #expect(result.unfinished == 0)
            #expect(result.doneTwice == 0)
            #expect(try await workplace.run(["verify"]).status == 0)
            let isSame = result.tables == expected.tables && result.mails == expected.mails
            print(
                "night drill: \(Self.nights) nights, \(kills.worker) kills of the worker and \(kills.database) of the "
                    + "database, \(result.lost) claims taken over; tables and messages \(isSame ? "" : "NOT ")as undisturbed, "
                    + "\(result.mails.count) of \(expected.mails.count)")
        }
    }

    @Test func `a worker that stands still past its lease commits nothing when it wakes`() async throws {
        try await Workplace.lendDurable { lent in
            let workplace = NightDrill.impatient(lent)
            try await NightDrill.prepare(workplace, nights: 1)
            let sleeper = try await NightDrill.asleepInQuality(workplace)
            try await NightDrill.finish(workplace)
            sleeper.signal(SIGCONT)
            let outcome = try await sleeper.outcome()
            #expect(outcome.status == 0 || outcome.status == 75, "\(outcome.err)")
            let outcomes = try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    try await connection.query(
                        """
                        SELECT a.outcome FROM job.attempt AS a JOIN job.attempt AS b USING (site_id, job, local_date)
                        WHERE b.outcome = 'lost' ORDER BY a.fence
                        """
                    ).column(0, as: String.self)
                }
            }
            #expect(outcomes == ["lost", "done"])
            #expect(try await NightDrill.result(workplace).doneTwice == 0)
        }
    }
}
