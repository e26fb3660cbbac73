import CivilDate
import EpisodeFixtures
import EpisodeStore
import FoundationEssentials
import Intervention
import NightlyJobs
import Postgres
import Practice
import Sites
import Testing

/// Who gets a digest, and what is in it.
@Suite struct DigestTests {
    static let jobs: [any NightlyJob] = [ObligationsJob(), AlertsJob(), DigestsJob()]

    /// Two therapists with a family each, a supervisor, an administrator, and an interviewer who treats nobody.
    func withTeam(_ body: (NightWorld, FixtureSite) async throws -> Void) async throws {
        try await NightWorld.with { night, sites in
            let started = FixtureWorld.today.adding(days: -3650)
            var text = "code: north\nname: North House\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
            for model in night.world.models.ids {
                text += "- {code: north-\(model), model: \(model), startedOn: \(started)"
                if model == "mst" {
                    let posts = [
                        "t-1": "therapist", "t-2": "therapist", "t-3": "therapist", "s-1": "supervisor",
                        "a-1": "administrator", "i-1": "interviewer",
                    ]
                    text += ", staff: ["
                    text += posts.map { "{code: \($0), role: \($1), fte: 1, from: 2020-01-06}" }.joined(separator: ", ")
                    text += "]"
                }
                text += "}\n"
            }
            _ = try await night.practice.apply(try SiteFile.read(Array(text.utf8), models: night.world.models))
            for (ref, therapist) in [("E-1", "t-1"), ("E-2", "t-2")] {
                var episode = FixtureEpisode(referredOn: FixtureWorld.today.adding(days: -20))
                episode.ref = EpisodeRef(ref)
                episode.decision = (.accepted, episode.referredOn)
                episode.therapist = StaffCode(therapist)
                episode.startedOn = episode.referredOn
                try await night.world.record([episode], on: sites[0])
            }
            // A family of another team, so that it owes something too.
            let other = FixtureEpisode(
                from: FixtureWorld.today.adding(days: -20), through: FixtureWorld.today, model: "mst-can")
            try await night.world.record([other.open], on: sites[0])
            try await body(night, sites[0])
        }
    }

    /// The messages of a date in the outbox, by recipient.
    func messages(_ night: NightWorld, _ site: FixtureSite, on day: String) async throws -> [String: String] {
        let rows = try await night.world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(
                "SELECT recipient, subject || E'\\n' || body FROM job.outbox WHERE local_date = \(day)::text::date")
        }
        return try Dictionary(uniqueKeysWithValues: rows.map { try $0.decode(String.self, String.self) })
    }

    @Test func `a therapist hears of the own families, a supervisor of the team, an administrator of the site`()
        async throws
    {
        try await withTeam { night, site in
            let report = try await night.worker(Self.jobs).run()
            #expect(report.isComplete && report.done == 3)
            let messages = try await messages(night, site, on: "2026-07-01")
            #expect(messages.keys.sorted() == ["a-1", "s-1", "t-1", "t-2"], "nobody who has nothing to do")
            let own = try #require(messages["t-1"])
            #expect(own.contains("E-1") && !own.contains("E-2") && !own.contains("team north"))
            let team = try #require(messages["s-1"])
            #expect(team.contains("E-1") && team.contains("E-2") && team.contains("team north-mst"))
            #expect(!team.contains("north-mst-can"))
            #expect(try #require(messages["a-1"]).contains("team north-mst-can"))
        }
    }

    @Test func `a digest says what presses first, in lines that mail does not break`() async throws {
        try await withTeam { night, site in
            _ = try await night.worker(Self.jobs).run()
            let text = try #require(try await messages(night, site, on: "2026-07-01")["t-1"])
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(lines.dropFirst().allSatisfy { $0.count <= 72 }, "\(lines.filter { $0.count > 72 })")
            let first = try #require(lines.firstIndex { $0.contains("o be looked at") })
            #expect(lines[first + 1].hasPrefix("  urgent  E-1  no-contact  since "))
        }
    }

    @Test func `what is new is new since the digest before, whatever nights were missed between`() async throws {
        try await withTeam { night, site in
            _ = try await night.worker(Self.jobs).run()
            try night.set("2026-07-09", "03:00:00")
            _ = try await night.worker(Self.jobs).run()
            let dates = try await night.desk(try night.worker(Self.jobs), at: site).occurrences(of: "digests")
                .filter { $0.state == .done }.map(\.key.date.description)
            #expect(dates == ["2026-07-01", "2026-07-09"])
            let text = try #require(try await messages(night, site, on: "2026-07-09")["t-1"])
            #expect(text.contains("New is what was not so in the digest of 2026-07-01."))
            #expect(text.contains("\nNewly open: "))
            // The third week's summary opened and fell due while nothing ran.
            #expect(text.contains("E-1  weekly summary"))
        }
    }

    @Test func `what was entered late is news, though its day lies before the digest before`() async throws {
        try await withTeam { night, site in
            let worker = try night.worker(Self.jobs)
            _ = try await worker.run()
            var late = FixtureEpisode(referredOn: FixtureWorld.today.adding(days: -20))
            late.ref = EpisodeRef("E-3")
            late.decision = (.accepted, late.referredOn)
            late.therapist = StaffCode("t-1")
            late.startedOn = late.referredOn
            try await night.world.record([late], on: site)
            try night.set("2026-07-02", "03:00:00")
            _ = try await worker.run()
            let text = try #require(try await messages(night, site, on: "2026-07-02")["t-1"])
            let sections = Self.sections(of: text)
            let alerts = try #require(sections["New, to be looked at"])
            #expect(alerts.contains { $0.contains("E-3  no-contact") } && !alerts.contains { $0.contains("E-1") })
            #expect(sections["To be looked at"]?.contains { $0.contains("E-1  no-contact") } == true)
            #expect(sections["Newly overdue"]?.contains { $0.hasPrefix("E-3  ") } == true)
            #expect(sections["Still overdue"]?.contains { $0.hasPrefix("E-1  ") } == true)
        }
    }

    @Test func `a night that is done again makes the same digests, byte for byte`() async throws {
        try await withTeam { night, site in
            let worker = try night.worker(Self.jobs)
            for day in ["2026-07-01", "2026-07-02"] {
                try night.set(day, "03:00:00")
                _ = try await worker.run()
            }
            let before = try await messages(night, site, on: "2026-07-02")
            #expect(before.values.contains { $0.contains("Newly ") })
            try night.set("2026-07-02", "09:00:00")
            let day = try #require(CivilDate(iso: "2026-07-02"))
            let desk = try await night.desk(worker, at: site)
            for job in Self.jobs {
                #expect(try await desk.rerun(job.name, on: day).tally.changed == 0)
            }
            #expect(try await messages(night, site, on: "2026-07-02") == before)
        }
    }

    @Test func `a digest that was made stays as it is when its lists are passed, and whoever asks is told`()
        async throws
    {
        try await withTeam { night, site in
            let worker = try night.worker(Self.jobs)
            _ = try await worker.run()
            try night.set("2026-07-02", "03:00:00")
            _ = try await worker.run()
            let before = try await messages(night, site, on: "2026-07-01")
            let day = try #require(CivilDate(iso: "2026-07-01"))
            let desk = try await night.desk(worker, at: site)
            let done = try await desk.show("digests", on: day)
            let fault = await #expect(throws: JobFault.self) { try await desk.rerun("digests", on: day) }
            #expect(
                fault?.description
                    == "north/digests/2026-07-01 is done and stays as it is, with what was sent: the lists "
                    + "are not for 2026-07-01 any more, and no message is made of those of another day")
            #expect(try await desk.show("digests", on: day) == done)
            #expect(try await messages(night, site, on: "2026-07-01") == before)
        }
    }

    /// The sections of a digest by their titles, without their numbers; each entry on one line.
    private static func sections(of text: String) -> [String: [String]] {
        var sections: [String: [String]] = [:]
        for part in text.components(separatedBy: "\n\n") {
            let lines = part.split(separator: "\n").map { $0.trimmingPrefix("  ") }
            guard let title = lines.first?.split(separator: ":").first else { continue }
            sections[String(title)] = lines.dropFirst().map(String.init)
        }
        return sections
    }
}

extension FixtureEpisode {
    /// The same, not closed.
    fileprivate var open: FixtureEpisode {
        var episode = self
        episode.closing = nil
        return episode
    }
}
