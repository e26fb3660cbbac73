import FoundationEssentials
import Postgres
import Testing

/// The nights by hand and by timer: what is done, what is said, and with which status it ends.
struct NightlyCommandTests {
    /// One line of `nightly --json`, or one occurrence of `jobs list --json`.
    private struct Line: Decodable {
        let site: String
        let job: String
        let date: String
        let state: String
        let tries: Int?
        let late: Bool?
    }

    private struct List: Decodable {
        struct Job: Decodable {
            let job: String
            let waitsFor: [String]
            let catchUp: String
        }
        let jobs: [Job]
        let occurrences: [Line]
    }

    private static func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private static func list(_ workplace: Workplace, _ words: [String] = []) async throws -> List {
        let text = try await workplace.demand(["jobs", "list", "--json"] + words).out
        return try JSONDecoder().decode(List.self, from: Data(text.utf8))
    }

    @Test func `a night is done once, told a line an occurrence, and a second go finds nothing to do`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            let rehearsed = try await workplace.demand(["nightly", "--dry-run", "--json"])
            #expect(try Self.lines(rehearsed.out).allSatisfy { $0.state == "rehearsed" })
            #expect(rehearsed.err.contains("Nothing was changed."))
            let first = try Self.lines(try await workplace.demand(["nightly", "--json"]).out)
            #expect(Set(first.map(\.site)) == ["north", "south"])
            #expect(first.allSatisfy { $0.state == "done" && $0.tries == 1 })
            #expect(Set(first.map { "\($0.site)/\($0.job)" }).count == first.count)
            let again = try await workplace.demand(["nightly"])
            #expect(again.out.isEmpty)
            #expect(again.err.contains("Done: 0,"))
            let list = try await Self.list(workplace)
            #expect(list.occurrences.count == first.count)
            #expect(list.jobs.map(\.job).count * 2 == first.count)
            #expect(list.jobs.allSatisfy { !$0.catchUp.isEmpty })
        }
    }

    @Test func `one site's night leaves the others' for later, and an unknown site is named`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            try await workplace.demand(["nightly", "--site", "south", "--site", "south"])
            #expect(
                try await Set(Self.list(workplace).occurrences.filter { $0.state == "done" }.map(\.site)) == ["south"])
            let unknown = try await workplace.run(["nightly", "--site", "west"])
            #expect(unknown.status == 65)
            #expect(unknown.err.contains("there is no site west; known sites: north, south"))
        }
    }

    @Test func `one occurrence is shown, done again, left out, and its messages taken back`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let done = try Self.lines(try await workplace.demand(["nightly", "--json"]).out)
            let first = try #require(done.first)
            let run = "\(first.site)/\(first.job)/\(first.date)"
            #expect(try await workplace.demand(["jobs", "show", run]).out.hasPrefix("\(run): done, changed "))
            let kept = try await workplace.demand(["jobs", "run", run])
            #expect(kept.err.contains("is done already, and nothing was done"))
            try await workplace.demand(["jobs", "rerun", first.job, "--site", "north", "--date", first.date])
            let sheet = try await workplace.demand(["jobs", "show", run])
            #expect(sheet.out.split(separator: "\n").count { $0.contains("  done  ") } == 2, "\(sheet.out)")
            let refused = try await workplace.run(["jobs", "skip", run, "--reason", "no use"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("what was done is not left out"))
            let skipped = "\(first.site)/\(first.job)/2026-01-05"
            try await workplace.demand(["jobs", "skip", skipped, "--reason", "no use"])
            #expect(try await workplace.demand(["jobs", "show", skipped]).out.hasPrefix("\(skipped): skipped: no use"))
            let withdrawn = try await workplace.demand(["jobs", "withdraw", run, "--reason", "wrong"])
            #expect(withdrawn.out == "\(run): messages withdrawn: 0, sent before: 0\n")
            let dry = try await workplace.demand(["jobs", "run", "\(first.site)/\(first.job)/2026-01-06", "--dry-run"])
            #expect(dry.out.contains("would change"))
            #expect(try await workplace.run(["jobs", "show", "\(first.site)/\(first.job)/2026-01-06"]).status == 65)
        }
    }

    @Test(arguments: [
        (["jobs", "show", "north/obligations"], "north/obligations/2026-03-02"),
        (["jobs", "show", "obligations", "--site", "north"], "needs --site and --date"),
        (["jobs", "show", "north/verify/2026-03-02", "--site", "north"], "leave --site and --date out"),
        (["jobs", "skip", "north/verify/2026-03-02", "--reason", " "], "--reason"),
        (["jobs", "list", "--from", "2026-03-02", "--through", "2026-03-01"], "--from"),
    ])
    func `a mistake of usage says what to write`(_ words: [String], _ says: String) async throws {
        try await Folder.lend { folder in
            let outcome = try await Child.run(words, in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains(says), "\(outcome.err)")
        }
    }

    @Test func `what is not there is answered with what is`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let job = try await workplace.run(["jobs", "run", "north/laundry/2026-03-02"])
            #expect(job.status == 65)
            #expect(job.err.contains("there is no job laundry; known jobs: "))
            let night = try await workplace.run(["jobs", "show", "north/verify/2026-03-02"])
            #expect(night.status == 65)
            #expect(night.err.contains("is not in the ledger"))
            let future = try await workplace.run(["jobs", "run", "north/verify/2099-03-02"])
            #expect(future.status == 64)
            #expect(future.err.contains("begins at 2099-03-02T02:30:00"))
        }
    }

    @Test func `a site whose settings cannot be read fails with the reason, and the others' nights are whole`()
        async throws
    {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    _ = try await connection.query(
                        """
                        INSERT INTO site.configuration
                            (site_id, version, checksum, document, applied_at, applied_by)
                        SELECT c.site_id, c.version + 1, c.checksum, 'code: [', c.applied_at, c.applied_by
                        FROM site.configuration AS c JOIN site.site AS s USING (site_id)
                        WHERE s.code = 'north'
                        RETURNING version
                        """)
                }
            }
            let outcome = try await workplace.run(["nightly", "--json"])
            #expect(outcome.status == 75)
            let lines = try Self.lines(outcome.out)
            #expect(lines.filter { $0.site == "south" }.allSatisfy { $0.state == "done" })
            #expect(lines.contains { $0.site == "south" })
            #expect(lines.filter { $0.site == "north" }.allSatisfy { $0.state == "failed" })
            #expect(outcome.out.contains("configuration of site north cannot be read"))
            let failed = try await Self.list(workplace, ["--failed"])
            #expect(Set(failed.occurrences.map(\.site)) == ["north"])
        }
    }

    @Test func `the settings of mail are judged before the night begins`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var mailing = workplace
            mailing.environment["HOMEWARD_MAIL_SENDER"] = "sendmail"
            mailing.environment["HOMEWARD_MAIL_ADDRESSES"] = workplace.folder["addresses.yaml"]
            #expect(try await mailing.run(["nightly"]).status == 66)
            try workplace.folder.write("t-1@north: ann@example.org\n", to: "addresses.yaml")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644], ofItemAtPath: workplace.folder["addresses.yaml"])
            let open = try await mailing.run(["nightly"])
            #expect(open.status == 77)
            #expect(open.err.contains("chmod 600") && !open.err.contains("ann@"))
            #expect(try await mailing.run(["nightly", "--no-send"]).status == 0)
        }
    }

    @Test func `the service does the nights itself where it is told to, and says so to a monitor`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var serving = workplace
            serving.environment["HOMEWARD_NIGHTLY_IN_SERVE"] = "on"
            let served = try await Served.start(serving)
            try await served.untilReady()
            let mark = "homeward_nightly_last_success_timestamp_seconds{job=\"verify\",site=\"north\"} "
            while await served.get("/metrics")?.body.contains(mark) != true {
                try await Task.sleep(for: .milliseconds(200))
            }
            let outcome = try await served.stop()
            #expect(outcome.status == 0)
            #expect(outcome.err.contains("\"run\":\"north/verify/"))
            #expect(try await Self.list(workplace).occurrences.allSatisfy { $0.state == "done" })
        }
    }
}
