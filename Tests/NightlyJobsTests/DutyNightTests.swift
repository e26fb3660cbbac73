import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import Practice
import Testing

/// What a night says of one family as the days go by.
@Suite struct DutyNightTests {
    private static let start = FixtureWorld.today.adding(days: -60)

    private func family(_ ref: String, _ therapist: String = "t-1") -> FixtureEpisode {
        var episode = FixtureEpisode(referredOn: Self.start)
        episode.ref = EpisodeRef(ref)
        episode.decision = (.accepted, Self.start)
        episode.therapist = StaffCode(therapist)
        episode.startedOn = Self.start
        return episode
    }

    private func lines(_ tally: Tally, _ word: String) -> [String] { tally.lines.filter { $0.contains(word) }.sorted() }

    @Test func `an interview opens, is overdue, is missed, and is forgotten after its days`() async throws {
        try await NightWorld.with { night, sites in
            try await night.world.record([family("E-1")], on: sites[0])
            let kept = try #require(KeptDays(7))
            let job = ObligationsJob(keepingMissed: kept)
            // It can be held from a week after the first session, when it is due, until the next is due.
            let days = [0, 7, 8, 35, 42].map { Self.start.adding(days: $0) }
            var told: [[String]] = []
            for day in days {
                let tally = try await night.derive(job, on: day, at: sites[0])
                told.append(lines(tally, "E-1: adherence-interview 1,"))
            }
            let owed = "E-1: adherence-interview 1, due \(Self.start.adding(days: 7))"
            #expect(told == ["foreseen", "opened", "overdue", "missed", "forgotten"].map { ["\(owed): \($0)"] })
        }
    }

    @Test func `what was met is gone, and a second run of a night finds nothing to do`() async throws {
        try await NightWorld.with { night, sites in
            var met = family("E-1")
            try await night.world.record([met], on: sites[0])
            let day = Self.start.adding(days: 9)
            try await night.derive(ObligationsJob(), on: day, at: sites[0])
            met.interviews = [(Self.start.adding(days: 9), try #require(AdherenceScore(decimal: "0.70")))]
            let entry = try #require(
                try met.entries(on: sites[0]).first { if case .recordInterview = $0.command { true } else { false } })
            try await night.world.append(entry.command, on: entry.on, to: met.id, of: sites[0])
            let tally = try await night.derive(ObligationsJob(), on: day, at: sites[0])
            #expect(lines(tally, "adherence-interview 1").map { $0.hasSuffix("met") } == [true])
            #expect(tally.changes["met"] == 1)
            let again = try await night.derive(ObligationsJob(), on: day, at: sites[0])
            #expect(again.changes == [:])
            #expect(again.read == 3, "the three teams")
        }
    }

    @Test func `a death ends what the family is asked, and comes back when it is taken back`() async throws {
        try await NightWorld.with { night, sites in
            let episode = family("E-1")
            try await night.world.record([episode], on: sites[0])
            let day = Self.start.adding(days: 9)
            try await night.derive(ObligationsJob(), on: day, at: sites[0])
            try await night.practice.recordDeath(
                Death(), of: .id(episode.child), on: day, at: sites[0].code)
            let after = try await night.derive(ObligationsJob(), on: day.adding(days: 1), at: sites[0])
            #expect(lines(after, "adherence-interview 1").map { $0.hasSuffix("closed") } == [true])
            try await night.practice.correctDeath(
                of: .id(episode.child), to: nil, because: .entryError, at: sites[0].code)
            let back = try await night.derive(ObligationsJob(), on: day.adding(days: 2), at: sites[0])
            #expect(lines(back, "adherence-interview 1").map { $0.hasSuffix("overdue") } == [true])
        }
    }

    @Test func `an alert is raised on its day and cleared by what answers it`() async throws {
        try await NightWorld.with { night, sites in
            let episode = family("E-1")
            try await night.world.record([episode], on: sites[0])
            let before = try await night.derive(AlertsJob(), on: Self.start.adding(days: 7), at: sites[0])
            #expect(lines(before, "no-contact") == [])
            let late = Self.start.adding(days: 8)
            let raised = try await night.derive(AlertsJob(), on: late, at: sites[0])
            #expect(lines(raised, "no-contact") == ["E-1: no-contact, since \(late): raised"])
            let still = try await night.derive(AlertsJob(), on: late.adding(days: 1), at: sites[0])
            #expect(lines(still, "no-contact") == [], "the same alert is the same row")
            let contact = Contact(id: .fresh(), mode: .homeVisit, party: .family)
            try await night.world.append(
                .recordContact(contact), on: late.adding(days: 1), to: episode.id, of: sites[0])
            let cleared = try await night.derive(AlertsJob(), on: late.adding(days: 2), at: sites[0])
            #expect(lines(cleared, "no-contact") == ["E-1: no-contact, since \(late): cleared"])
        }
    }

    @Test func `a date before that of the lists changes nothing and says so`() async throws {
        try await NightWorld.with { night, sites in
            try await night.world.record([family("E-1")], on: sites[0])
            for job in [ObligationsJob(), AlertsJob()] as [any NightlyJob] {
                try await night.derive(job, on: Self.start.adding(days: 9), at: sites[0])
                let before = try await night.duties(sites[0])
                let tally = try await night.derive(job, on: Self.start.adding(days: 8), at: sites[0])
                #expect(tally.changed == 0)
                #expect(tally.lines.count == 1)
                #expect(try await night.duties(sites[0]) == before)
            }
        }
    }

    @Test func `what became known after the cut is not looked at, neither of families nor of caseloads`() async throws {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            try await night.world.record([family("E-1")], on: site)
            let known = try await night.settled(site)
            try await night.world.record([family("E-2")], on: site)
            let day = Self.start.adding(days: 9)
            let tally = try await night.derive(ObligationsJob(), on: day, at: site, knownAt: known)
            #expect(lines(tally, "E-1:") != [])
            #expect(lines(tally, "E-2:") == [])
            let (then, now) = try await night.practice.withSite(site.code, for: .verify, access: .readOnly) { session in
                let then = try await session.known(at: known).teamsInPlay(on: day).map(\.situation.families)
                return (then, try await session.teamsInPlay(on: day).map(\.situation.families))
            }
            #expect(then.reduce(0, +) == 1)
            #expect(now.reduce(0, +) == 2)
            let next = try await night.derive(ObligationsJob(), on: day, at: site)
            #expect(lines(next, "E-2:") != [])
        }
    }

    @Test func `nights of one site leave the lists of another alone`() async throws {
        try await NightWorld.with(sites: 2) { night, sites in
            try await night.world.record([family("E-1")], on: sites[0])
            try await night.world.record([family("E-2")], on: sites[1])
            let day = Self.start.adding(days: 9)
            try await night.derive(ObligationsJob(), on: day, at: sites[0])
            #expect(try await night.duties(sites[1]) == [])
            try await night.derive(ObligationsJob(), on: day, at: sites[1])
            let rows = try await night.duties(sites[0])
            #expect(rows.contains { $0.contains("E-1") })
            #expect(!rows.contains { $0.contains("E-2") })
        }
    }
}
