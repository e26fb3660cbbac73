import Postgres
import Testing

/// Declared models that the database keeps.
struct ModelApplyCommandTests {
    /// The file of a variant of MST-E, with other days for the safety plan as its versions go on.
    private func text(version: Int = 1, days: Int = 3) throws -> String {
        try repository.text(of: "config/models/mst-e.yaml")
            .replacing("id: mst-e\nversion: 1\n", with: "id: mst-own\nversion: \(version)\n", maxReplacements: 1)
            .replacing(
                "    unit: days\n    standard: 3\n", with: "    unit: days\n    standard: \(days)\n", maxReplacements: 1
            )
    }

    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try workplace.folder.write(try text(), to: "own.yaml")
            try await body(workplace)
        }
    }

    /// A site with one team of the variant.
    private func applySite(_ workplace: Workplace) async throws {
        let site =
            "code: east\nname: Invented East\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
            + "  - {code: own, model: mst-own, startedOn: 2020-01-06}\n"
        try workplace.folder.write(site, to: "east.yaml")
        try await workplace.demand(["site", "apply", "east.yaml"])
    }

    /// Imports open episodes of these references, each referred on a day.
    private func importOpen(
        _ episodes: [(ref: String, day: String)], _ workplace: Workplace, _ flags: String...
    ) async throws {
        let rows = episodes.map { "\($0.ref),own,mst-own,T1,\($0.day),accepted,\($0.day),\($0.day)\n" }
        let head = "episode_ref,team,model,therapist,referred_on,decision,decided_on,first_session_on\n"
        try workplace.folder.write(head + rows.joined(), to: "register.csv")
        try await workplace.demand(["import", "register", "register.csv", "--site", "east"] + flags)
    }

    @Test func `a model is kept once, is there without its file, and the same file again changes nothing`() async throws
    {
        try await lend { workplace in
            let first = try await workplace.demand(["model", "apply", "own.yaml"])
            #expect(first.out.hasPrefix("mst-own version 1 is kept, SHA-256 "))
            let again = try await workplace.demand(["model", "apply", "own.yaml"])
            #expect(again.out == "mst-own version 1 is kept already, with the same content: nothing was changed.\n")
            let list = try await workplace.demand(["model", "list"])
            #expect(list.out.contains("mst-own"))
            let check = try await workplace.demand(["model", "check", "mst-own"])
            #expect(check.out == "mst-own version 1: keeps the laws\n")
            #expect(try await workplace.demand(["codes"]).out.contains("closure-reason-mst-own: "))
        }
    }

    @Test func `a dry run says what would be kept and keeps nothing`() async throws {
        try await lend { workplace in
            let tried = try await workplace.demand(["model", "apply", "--dry-run", "own.yaml"])
            #expect(tried.out.hasPrefix("mst-own version 1 would be kept, SHA-256 "))
            let list = try await workplace.demand(["model", "list"])
            #expect(!list.out.contains("mst-own"))
        }
    }

    @Test func `the same version with other bytes is refused with both checksums, wherever it lies`() async throws {
        try await lend { workplace in
            let kept = try await workplace.demand(["model", "apply", "own.yaml"]).out
            let sum = try #require(kept.split(separator: " ").last?.dropLast(2))
            try workplace.folder.write(try text(days: 5), to: "own.yaml")
            let refused = try await workplace.run(["model", "apply", "own.yaml"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("own.yaml: mst-own version 1 is the database's mst-own version 1 already"))
            #expect(refused.err.contains("  the database's mst-own version 1: SHA-256 \(sum)\n"))
            #expect(refused.err.contains("  own.yaml: SHA-256 "))
            // In the folder beside the program it stops every command that needs the database.
            try workplace.folder.make("config/models").write(try text(days: 5), to: "own.yaml")
            let stopped = try await workplace.run(["site", "list"])
            #expect(stopped.status == 78)
            #expect(
                stopped.err.contains("the database's mst-own version 1: mst-own version 1 is config/models/own.yaml"))
            // The nights go on with what the database keeps, whichever of the two came first.
            let night = try await workplace.run(["nightly"])
            #expect(night.status == 0)
            #expect(
                night.err.contains(
                    "warning: config/models/own.yaml: mst-own version 1 is the database's mst-own version 1 already"))
        }
    }

    @Test func `a file with mistakes is refused with all of them and keeps nothing`() async throws {
        try await lend { workplace in
            let broken = try text().replacing("due: found-contact-within", with: "due: found-contact")
            try workplace.folder.write(broken.replacing("    need: always", with: "    need: ever"), to: "own.yaml")
            let refused = try await workplace.run(["model", "apply", "own.yaml"])
            #expect(refused.status == 65)
            #expect(refused.err.contains("'ever' is no need"))
            #expect(refused.err.contains("the nearest is 'found-contact-within'"))
        }
    }

    @Test func `an episode goes on under its version after the next one is kept, and a new one begins under that`()
        async throws
    {
        try await lend { workplace in
            try await workplace.demand(["model", "apply", "own.yaml"])
            try await applySite(workplace)
            try await importOpen([("E1", "2026-01-05")], workplace)
            try workplace.folder.write(try text(version: 2, days: 10), to: "next.yaml")
            try await workplace.demand(["model", "apply", "next.yaml"])
            try await importOpen([("E1", "2026-01-05"), ("E2", "2026-02-02")], workplace)
            let versions = try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    try await connection.query(
                        """
                        SELECT e.ref || ' ' || string_agg(DISTINCT v.model_version::text, ',')
                        FROM record.episode AS e
                        JOIN record.event AS v ON v.stream = 'episode' AND v.stream_id = e.episode_id
                        GROUP BY e.ref ORDER BY e.ref
                        """
                    ).column(0, as: String.self)
                }
            }
            #expect(versions == ["E1 1", "E2 2"])
            // The safety plan is due by the days of each one's own version.
            let duties = try await workplace.demand(["duties", "--site", "east", "--on", "2026-02-03"])
            #expect(duties.out.contains("2026-01-08"))
            #expect(duties.out.contains("2026-02-12"))
            let served = try await Served.start(workplace)
            #expect(try await served.stop().status == 0)
        }
    }

    @Test func `without the version that open episodes need the service does not start, and says how many they are`()
        async throws
    {
        try await lend { workplace in
            // The file lay beside the program, and the database lost what it kept of it.
            let models = try workplace.folder.make("config/models")
            try models.write(try text(), to: "own.yaml")
            try await applySite(workplace)
            try await importOpen([("E1", "2026-01-05"), ("E2", "2026-02-02")], workplace)
            try models.write(try text(version: 2), to: "own.yaml")
            try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    try await connection.execute(
                        "ALTER TABLE site.declared_model DISABLE TRIGGER declared_model_append_only")
                    try await connection.execute("DELETE FROM site.declared_model WHERE version = 1")
                }
            }
            let refused = try await workplace.run(["serve", "--port", "0"])
            #expect(refused.status == 78)
            #expect(refused.err.contains("site east: 2 open episodes under model mst-own version 1"))
            try await workplace.demand(["model", "apply", "own.yaml"])
        }
    }

    @Test func `a version whose bounds refuse what a site set is refused until the site was mended or accepted`()
        async throws
    {
        try await lend { workplace in
            try await workplace.demand(["model", "apply", "own.yaml"])
            func site(_ values: [(days: Int, from: String)]) -> String {
                let entry = "  - {model: mst-own, key: safety-plan-within, reason: tried, "
                return "code: east\nname: Invented East\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
                    + "  - {code: own, model: mst-own, startedOn: 2020-01-06}\nsettings:\n"
                    + values.map { entry + "value: \($0.days), from: \($0.from)}\n" }.joined()
            }
            try workplace.folder.write(site([(12, "2026-01-05")]), to: "east.yaml")
            // The model lies in no file beside the program: the database knows it.
            try await workplace.demand(["site", "check", "east.yaml"])
            try await workplace.demand(["site", "apply", "east.yaml"])
            let tighter = try text(version: 2).replacing(
                "    unit: days\n    standard: 3\n    least: 1\n    most: 14\n",
                with: "    unit: days\n    standard: 3\n    least: 1\n    most: 10\n", maxReplacements: 1)
            try workplace.folder.write(tighter, to: "next.yaml")
            for words in [["model", "apply", "next.yaml"], ["model", "apply", "next.yaml", "--dry-run"]] {
                let refused = try await workplace.run(words)
                #expect(refused.status == 65)
                #expect(
                    refused.err.contains(
                        "site east: safety-plan-within of mst-own, set from 2026-01-05 on: '12' is above the upper "
                            + "bound, 10; safety-plan-within of mst-own may be 1 to 10 days"), "\(refused.err)")
                #expect(refused.err.contains("--accept-site east"))
            }
            let accepted = try await workplace.demand([
                "model", "apply", "next.yaml", "--dry-run", "--accept-site", "east",
            ])
            #expect(accepted.out.hasPrefix("mst-own version 2 would be kept"))
            // What held once may stay in the file, and what holds from now on fits both versions.
            try workplace.folder.write(site([(12, "2026-01-05"), (9, "2026-02-02")]), to: "east.yaml")
            try await workplace.demand(["site", "apply", "east.yaml"])
            try await workplace.demand(["model", "apply", "next.yaml"])
            try await workplace.demand(["site", "check", "east.yaml"])
            try await workplace.demand(["site", "diff", "east.yaml"])
            try workplace.folder.write(site([(9, "2026-01-05"), (12, "2026-02-02")]), to: "east.yaml")
            let late = try await workplace.run(["site", "check", "east.yaml"])
            #expect(late.status == 65)
            #expect(late.err.contains("'12' is above the upper bound, 10"))
        }
    }

    @Test func `what lies among the models and cannot be read stops the start`() async throws {
        try await lend { workplace in
            let models = try workplace.folder.make("config/models")
            try models.write(try text(), to: "own.yaml")
            try await applySite(workplace)
            _ = try models.make("folder.yaml")
            let folder = try await workplace.run(["site", "list"])
            #expect(folder.status == 78)
            #expect(folder.err.contains("config/models/folder.yaml: this is a folder"))
        }
    }

    @Test(arguments: ["a site's team", "an episode"])
    func `a model that is used from the folder is kept from its first use on, and other bytes are refused`(
        by user: String
    ) async throws {
        try await lend { workplace in
            let models = try workplace.folder.make("config/models")
            try models.write(try text(), to: "own.yaml")
            try await applySite(workplace)
            var version = 1
            if user == "an episode" {
                // The next version lies in the folder after the site was applied: a trial leaves it free, an import does not.
                version = 2
                try models.write(try text(version: 2), to: "next.yaml")
                try await importOpen([("E1", "2026-01-05")], workplace, "--dry-run")
                try models.write(try text(version: 2, days: 4), to: "next.yaml")
                try await importOpen([("E1", "2026-01-05")], workplace)
            }
            let changed = try text(version: version, days: 7)
            try models.write(changed, to: version == 1 ? "own.yaml" : "next.yaml")
            let stopped = try await workplace.run(["duties", "--site", "east"])
            #expect(stopped.status == 78)
            #expect(stopped.err.contains("the database's mst-own version \(version)"))
            try models.write(try text(version: 3), to: version == 1 ? "own.yaml" : "next.yaml")
            try workplace.folder.write(changed, to: "changed.yaml")
            let refused = try await workplace.run(["model", "apply", "changed.yaml"])
            #expect(refused.status == 65)
            #expect(
                refused.err.contains("mst-own version \(version) is the database's mst-own version \(version) already"))
        }
    }
}
