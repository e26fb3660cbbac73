import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Testing

/// Calls to a team's telephone: who sees them, who takes them over, and what becomes of them.
@Suite struct OnCallTests {
    private static let words = "She rang from the station"

    private static func wish(_ ref: EpisodeRef?, team: String? = nil) -> CallWish {
        CallWish(
            id: .fresh(), episode: ref, team: team.flatMap { TeamCode($0) }, caller: .youngPerson, done: .visit,
            cameAt: Instant(microseconds: Int64(FixtureWorld.today.dayNumber) * 86_400_000_000), words: words)
    }

    /// Gives somebody elm's telephone in NORTH, today.
    private static func rota(_ staff: String, _ world: AccessWorld) async throws {
        let code = try #require(StaffCode(staff))
        let spell = try #require(OnCallSpell(code, from: FixtureWorld.today, through: FixtureWorld.today))
        let rota = try #require(Rota([spell]))
        try await world.practice.record(
            [Engine.Entry(.setRota(rota), on: FixtureWorld.today)], to: try #require(TeamCode("elm")),
            at: world.north.code)
    }

    private static func therapist(_ staff: String, _ world: AccessWorld) async throws -> Account {
        try await world.account(
            "\(staff)-north", [.init(role: .therapist, site: world.north, team: "oak", staff: staff)])
    }

    @Test func `carrying the telephone shows the team's families and calls on its days, and a bar takes one away`()
        async throws
    {
        try await AccessWorld.with { world in
            let (first, second) = (try world.family("E-1", of: world.north), try world.family("E-2", of: world.north))
            try await world.practice.recordCall(Self.wish(first.ref), at: world.north.code)
            try await world.practice.recordCall(Self.wish(nil, team: "elm"), at: world.north.code)
            let account = try await Self.therapist("ef", world)
            let before = try await account.practice().onCallTonight(at: world.north.code)
            #expect(before.families.map(\.ref?.text) == ["E-3"] && before.calls.isEmpty && before.own.isEmpty)
            try await Self.rota("ef", world)
            let tonight = try await account.practice().onCallTonight(at: world.north.code)
            // Who rang lately comes first.
            #expect(tonight.families.map(\.ref?.text) == ["E-1", "E-2", "E-3"])
            #expect(tonight.calls.map(\.words) == [Self.words, Self.words])
            #expect(tonight.own.map(\.text) == ["elm"])
            try await world.bar(account.id, from: first)
            let barred = try await account.practice().onCallTonight(at: world.north.code)
            #expect(barred.families.map(\.ref?.text) == ["E-2", "E-3"])
            #expect(barred.calls.map(\.episode) == [nil])
            await #expect(throws: PracticeFault.self) {
                try await account.practice().recordCall(Self.wish(first.ref), at: world.north.code)
            }
            try await account.practice().recordCall(Self.wish(second.ref), at: world.north.code)
        }
    }

    @Test func `a telephone that somebody does not carry takes no call of theirs and is not handed over to them`()
        async throws
    {
        try await AccessWorld.with { world in
            let account = try await Self.therapist("ef", world)
            await #expect(throws: OnCallFault.noTelephone) {
                try await account.practice().recordCall(Self.wish(nil), at: world.north.code)
            }
            try await Self.rota("ef", world)
            await #expect(throws: OnCallFault.anotherTelephone(try #require(TeamCode("oak")))) {
                try await account.practice().recordCall(Self.wish(nil, team: "oak"), at: world.north.code)
            }
            await #expect(throws: OnCallFault.anotherTelephone(try #require(TeamCode("oak")))) {
                try await account.practice().takeOver(at: world.north.code, of: TeamCode("oak"))
            }
            try await account.practice().recordCall(Self.wish(nil), at: world.north.code)
            try await account.practice().takeOver(at: world.north.code)
            let sheet = try await account.practice().handover(at: world.north.code)
            #expect(sheet.readings.map(\.by.text) == ["ef"] && sheet.calls.count == 1)
        }
    }

    @Test func `what is sent twice stands once, and what is still to come does not stand`() async throws {
        try await AccessWorld.with { world in
            let wish = Self.wish(try world.family("E-1", of: world.north).ref)
            for _ in 0..<2 { try await world.practice.recordCall(wish, at: world.north.code) }
            #expect(try await world.practice.onCallTonight(at: world.north.code).calls.count == 1)
            var late = Self.wish(nil, team: "elm")
            late.cameAt = late.cameAt.adding(microseconds: 60_000_000)
            let tooLate = late
            await #expect(throws: OnCallFault.inTheFuture) {
                try await world.practice.recordCall(tooLate, at: world.north.code)
            }
            var long = Self.wish(nil, team: "elm")
            long.words = String(repeating: "a", count: CallWish.longest + 1)
            let tooLong = long
            await #expect(throws: OnCallFault.tooLong(CallWish.longest + 1)) {
                try await world.practice.recordCall(tooLong, at: world.north.code)
            }
        }
    }

    @Test func `a call is in what is kept of the child, its words marked, and goes with the record`() async throws {
        try await RetentionWorld.with(DisposalTests.short) { kept in
            var episode = FixtureEpisode(from: try .day("2010-01-04"), through: try .day("2010-05-03"))
            episode.ref = EpisodeRef("E-1")
            try await kept.world.record([episode], on: kept.site)
            try await kept.practice("operator").recordCall(Self.wish(EpisodeRef("E-1")), at: kept.site.code)
            let pack = try await kept.practice("gov-1").subjectAccess(of: .id(episode.child), at: kept.site.code)
            #expect(pack.parts.contains { $0.key == "calls" && $0.items.count == 1 })
            let texts = pack.parts.flatMap(\.items).flatMap(\.fields).compactMap(\.value)
            #expect(texts.contains(Self.words))
            #expect(pack.proposedRedactions.contains("# words.1: free words"))
            kept.set(try .day("2032-01-01"))
            try await kept.dispose()
            #expect(try await kept.ask("SELECT count(*)::text FROM on_call.call") == ["0"])
            #expect(try await kept.ask("SELECT count(*)::text FROM narrative.text") == ["0"])
        }
    }
}
