import CivilDate
import EpisodeStore
import FoundationEssentials
import Glibc
@_spi(Splice) import Postgres
import PrivateCluster
import ScratchPostgres

/// A site with many nights before it, done by the built program.
enum NightDrill {
    /// What nights left behind.
    struct Result: Sendable {
        /// Every row of what was derived, as text, by table.
        let tables: [String: [String]]
        /// The messages, each with how it stands.
        let messages: [String]
        /// The files that hold messages.
        let mails: Set<String>
        /// Occurrences that did not end well.
        let unfinished: Int
        /// Occurrences that were ended by more than one worker.
        let doneTwice: Int
        /// Claims that were taken over.
        let lost: Int
        /// Why tries ended early and dates were left out, each reason once with how often.
        let reasons: [String]
    }

    /// The same place, where nobody waits long for a worker that is not heard of.
    static func impatient(_ workplace: Workplace) -> Workplace {
        var workplace = workplace
        workplace.environment["HOMEWARD_NIGHTLY_LEASE"] = "1"
        return workplace
    }

    /// Makes a site with families and so many nights that are written down and not done.
    static func prepare(_ workplace: Workplace, nights: Int) async throws {
        let today = RecordClock.system.now().utcDay
        let staff = [("t-1", "therapist"), ("t-2", "therapist"), ("s-1", "supervisor")]
            .map { "      - {code: \($0.0), role: \($0.1), fte: 1, from: 2020-01-06}\n" }
        try workplace.folder.write(
            "code: north\nname: Invented Site\njurisdiction: england\ntimeZone: Europe/London\n"
                + "licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}\n"
                + "teams:\n  - code: mst\n    model: mst\n    startedOn: 2010-01-04\n    staff:\n" + staff.joined(),
            to: "north.yaml")
        try await workplace.demand(["site", "apply", "north.yaml"])
        var register =
            "episode_ref,team,model,child_ref,therapist,birth_month,sex,referral_source,referred_on,decision,decided_on,"
            + "first_session_on\n"
        for number in 1...12 {
            let day = today.adding(days: -10 - 13 * number)
            register +=
                "E-\(number),mst,mst,C-\(number),t-\(1 + number % 2),2012-05,M,social-care,\(day),accepted,\(day),"
                + "\(day.adding(days: 3))\n"
        }
        try workplace.folder.write(register, to: "register.csv")
        try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
        // Only what comes after is done in a hurry.
        var patient = workplace
        patient.environment["HOMEWARD_NIGHTLY_LEASE"] = nil
        try await patient.demand(["nightly", "--no-send"])
        try await forget(workplace)
        _ = try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                try await connection.execute(
                    """
                    INSERT INTO job.occurrence (site_id, job, local_date, state, planned_at)
                    SELECT site_id, job, local_date - ago, 'planned', planned_at
                    FROM job.occurrence, generate_series(1, \(Int32(nights))) AS ago
                    """)
            }
        }
    }

    /// Lets the ledger be as though nobody had done any night: all are planned, nothing was derived, nothing was sent.
    static func forget(_ workplace: Workplace) async throws {
        try await workplace.withAdministrator { pool in
            try await pool.transaction { transaction in
                for table in ["job.lease", "job.attempt", "job.outbox"] {
                    try await transaction.execute("DELETE FROM \(splice: table)")
                }
                for table in derived { try await transaction.execute("DELETE FROM \(splice: table)") }
                try await transaction.execute(
                    """
                    UPDATE job.occurrence SET state = 'planned', known_at = NULL, started_at = NULL, ended_at = NULL,
                        retry_at = NULL, reason = NULL, tries = 0, rows_read = 0, rows_changed = 0, changes = '{}'
                    """)
            }
        }
        try? FileManager.default.removeItem(atPath: mails(of: workplace))
    }

    /// What nights derive.
    private static let derived = [
        "duty.obligation", "duty.alert", "duty.subject", "duty.night", "duty.quality", "duty.retention",
        "duty.edition_proposal",
    ]

    /// Does nights until none is left.
    static func finish(_ workplace: Workplace) async throws {
        while true {
            let outcome = try await workplace.run(["nightly"])
            switch outcome.status {
            case 0: return
            // A claim of a worker that was killed is somebody's until its lease is over.
            case 75: continue
            default: throw TestTrouble("the nights ended with \(outcome.status ?? -1): \(outcome.err)")
            }
        }
    }

    /// Starts workers and kills them, or their database, at moments of chance.
    static func disturb(_ workplace: Workplace, kills: Int) async throws -> (worker: Int, database: Int) {
        guard let home = workplace.environment["HOMEWARD_HOME"] else { throw TestTrouble("the place has no home") }
        let cluster = PrivateCluster(home: HomeFolder(path: home))
        var killed = (worker: 0, database: 0)
        for number in 0..<kills {
            let worker = try workplace.start(["nightly"])
            let pause = Duration.milliseconds(Int64.random(in: 20...900))
            try await Task.sleep(for: pause)
            if number.isMultiple(of: 4), let process = try? cluster.running().process {
                kill(process, SIGKILL)
                _ = try await worker.outcome()
                while try await workplace.run(["cluster", "start"]).status != 0 {}
                killed.database += 1
            } else {
                worker.signal(SIGKILL)
                _ = try await worker.outcome()
                killed.worker += 1
            }
        }
        return killed
    }

    /// A worker that stands still in the middle of the scorecard, and whose statement is done.
    static func asleepInQuality(_ workplace: Workplace) async throws -> Child {
        try await workplace.withAdministrator { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("LOCK TABLE duty.quality IN EXCLUSIVE MODE")
                let child = try workplace.start(["nightly"])
                try await pool.withConnection { watcher in
                    var isWaiting = false
                    while !isWaiting {
                        isWaiting = try await watcher.query(
                            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'duty.quality'::regclass)"
                        ).column(0, as: Bool.self)[0]
                    }
                }
                child.signal(SIGSTOP)
                return child
            }
        }
    }

    /// What the nights left behind.
    static func result(_ workplace: Workplace) async throws -> Result {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                var tables: [String: [String]] = [:]
                for table in derived {
                    // Ids of rows are the same in both: one place is the other's copy.
                    tables[table] = try await connection.query(
                        "SELECT t::text FROM \(splice: table) AS t ORDER BY 1"
                    ).column(0, as: String.self)
                }
                let messages = try await connection.query(
                    "SELECT concat(local_date, ' ', recipient, ' ', kind, ' ', state, ' ', body) FROM job.outbox ORDER BY 1"
                ).column(0, as: String.self)
                func count(_ statement: Statement) async throws -> Int {
                    try await connection.query(statement).column(0, as: Int.self)[0]
                }
                let files = (try? FileManager.default.contentsOfDirectory(atPath: mails(of: workplace))) ?? []
                return Result(
                    tables: tables, messages: messages, mails: Set(files),
                    unfinished: try await count(
                        "SELECT count(*) FROM job.occurrence WHERE state NOT IN ('done', 'skipped')"),
                    doneTwice: try await count(
                        """
                        SELECT count(*) FROM (
                            SELECT FROM job.attempt WHERE outcome = 'done'
                            GROUP BY site_id, job, local_date HAVING count(*) > 1) AS twice
                        """),
                    lost: try await count("SELECT count(*) FROM job.attempt WHERE outcome = 'lost'"),
                    reasons: try await connection.query(
                        """
                        SELECT concat(job, ' ', outcome, ', ', reason, ': ', count(*)) FROM (
                            SELECT job, outcome, reason FROM job.attempt WHERE outcome <> 'done'
                            UNION ALL
                            SELECT job, state, reason FROM job.occurrence WHERE state <> 'done'
                        ) AS early GROUP BY job, outcome, reason ORDER BY 1
                        """
                    ).column(0, as: String.self))
            }
        }
    }

    private static func mails(of workplace: Workplace) -> String {
        (workplace.environment["HOMEWARD_HOME"] ?? "") + "/mail"
    }
}
