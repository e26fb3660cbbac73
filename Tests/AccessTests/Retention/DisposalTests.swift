import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing
import Vault

/// What ends a record, and what cannot.
@Suite struct DisposalTests {
    static let short = "retention: {every-record-years: 3, services: []}\n"

    private static let birthdays = "retention: {every-record-years: 6, child-in-need-birthday: 21, services: []}\n"

    private static func closed(_ from: String, _ through: String, ref: String? = nil) throws -> FixtureEpisode {
        var episode = FixtureEpisode(from: try .day(from), through: try .day(through))
        episode.ref = ref.flatMap { EpisodeRef($0) }
        episode.interviews = [
            (on: try .day(from).adding(days: 30), score: try #require(AdherenceScore(decimal: "0.7")))
        ]
        return episode
    }

    @Test func `a record whose day is past goes whole, and a stub of each stream stays`() async throws {
        try await RetentionWorld.with(Self.birthdays) { kept in
            let (past, other) = (
                try Self.closed("2010-01-04", "2010-05-03", ref: "E-PAST"),
                try Self.closed("2026-01-05", "2026-05-04")
            )
            try await kept.world.record([past, other], on: kept.site)
            try await kept.world.record(
                [FixtureSpell(.childInNeed, try .day("2010-02-01"), until: try .day("2010-03-01"))], of: past.child,
                on: kept.site)
            try await kept.world.transaction(in: kept.site) { transaction in
                try await kept.world.vault.record(
                    PersonChange(values: [.name: "A name"]), of: PersonID(child: past.child), site: kept.site.id,
                    today: FixtureWorld.today, in: transaction)
            }
            kept.set(try .day("2032-01-01"))
            var keys: [PersonID] = []
            let report = try await kept.dispose { people, _ in keys += people }
            #expect(report.disposed.map(\.child) == [past.child])
            #expect(report.sum.streams == 2)
            #expect(report.sum.events == 8)
            #expect(keys == [PersonID(high: past.child.high, low: past.child.low)])
            let check = try await kept.world.verify(kept.site)
            #expect(check.isSound)
            #expect(check.stubs == 2)
            #expect(try await kept.world.load(past.id, of: kept.site) == nil)
            #expect(try await kept.world.load(other.id, of: kept.site) != nil)
            #expect(
                try await kept.ask(
                    "SELECT concat(stream, ' ', events, ' ', rule, ' ', disposed_on) FROM record.stub ORDER BY stream")
                    == ["child 3 child-in-need 2032-01-01", "episode 5 child-in-need 2032-01-01"])
        }
    }

    @Test func `nothing of it is left in any table but the stub and who decided`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            let past = try Self.closed("2010-01-04", "2010-05-03", ref: "E-PAST")
            try await kept.world.record([past], on: kept.site)
            let everywhere = try await kept.tables(naming: [past.id.description, past.child.description, "E-PAST"])
            #expect(everywhere.contains("record.event"))
            kept.set(try .day("2032-01-01"))
            try await kept.dispose()
            let left = try await kept.tables(naming: [past.id.description, past.child.description, "E-PAST"])
            #expect(left == ["access.disposal_seal", "access.disposed", "record.stub", "retention.proposed_child"])
            #expect(try await kept.ask("SELECT count(*)::text FROM reporting.episode_fact") == ["0"])
            #expect(try await kept.ask("SELECT count(*)::text FROM reporting.interview_fact") == ["0"])
        }
    }

    @Test func `one person alone ends nothing, and a proposal is decided once`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record([try Self.closed("2010-01-04", "2010-05-03")], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let code = kept.site.code
            let first = try kept.practice("operator")
            let number = try #require(try await first.proposeDisposal(at: code).number)
            await #expect(throws: RetentionFault.samePerson(number)) {
                try await first.approveDisposal(number, at: code)
            }
            await #expect(throws: RetentionFault.notApproved(number)) {
                _ = try await first.dispose(number, at: code, sealedWith: kept.key) { _, _ in }
            }
            await #expect(throws: RetentionFault.nothingDue) { _ = try await first.proposeDisposal(at: code) }
            let second = try kept.practice("gov-1")
            try await second.approveDisposal(number, at: code)
            await #expect(throws: RetentionFault.decidedBefore(number)) {
                try await kept.practice("gov-2").approveDisposal(number, at: code)
            }
            #expect(
                try await first.dispose(number, at: code, sealedWith: kept.key, dryRun: true) { _, _ in }.disposed.count
                    == 1)
            #expect(try await first.dispose(number, at: code, sealedWith: kept.key) { _, _ in }.disposed.count == 1)
            await #expect(throws: RetentionFault.decidedBefore(number)) {
                _ = try await first.dispose(number, at: code, sealedWith: kept.key) { _, _ in }
            }
        }
    }

    @Test func `a hold keeps a record that was approved to end, until it is released`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            let past = try Self.closed("2010-01-04", "2010-05-03")
            try await kept.world.record([past], on: kept.site)
            kept.set(try .day("2032-01-01"))
            let code = kept.site.code
            let (officer, manager) = (try kept.practice("gov-1"), try kept.practice("manager-1"))
            let number = try #require(try await officer.proposeDisposal(at: code).number)
            try await manager.approveDisposal(number, at: code)
            try await officer.hold(.id(past.child), because: "A claim is before the court", at: code)
            let report = try await manager.dispose(number, at: code, sealedWith: kept.key) { _, _ in }
            #expect(report.disposed.isEmpty)
            #expect(report.kept.map(\.child) == [past.child])
            #expect(try await kept.world.load(past.id, of: kept.site) != nil)
            try await officer.release(.id(past.child), at: code)
            await #expect(throws: RetentionFault.notHeld) { try await officer.release(.id(past.child), at: code) }
            #expect(try await manager.dispose(number, at: code, sealedWith: kept.key) { _, _ in }.disposed.count == 1)
            #expect(try await kept.ask("SELECT count(*)::text FROM narrative.text") == ["0"])
        }
    }

    @Test func `an audit takes what went by approval for that, and what somebody made to look like it for removed`()
        async throws
    {
        try await RetentionWorld.with(Self.short) { kept in
            try await kept.world.record(
                [try Self.closed("2010-01-04", "2010-05-03"), try Self.closed("2026-01-05", "2026-05-04")],
                on: kept.site)
            try await kept.seal()
            kept.set(try .day("2028-01-01"))
            try await kept.dispose()
            let audit = try await kept.audit()
            #expect(audit.isWhole)
            #expect(audit.disposed == 6)
            try await kept.forgeDisposal()
            let forged = try await kept.audit()
            #expect(forged.disposed == 6)
            #expect(forged.lowest?.kind == .removed)
            try await kept.asSuperuser(
                "UPDATE access.disposed SET stream_id = (SELECT min(stream_id::text)::uuid FROM record.stub)")
            #expect(try await kept.audit().disposed < 6)
        }
    }

    @Test func `keys that an interrupted run left are destroyed by the next`() async throws {
        try await RetentionWorld.with(Self.short) { kept in
            let past = try Self.closed("2010-01-04", "2010-05-03")
            try await kept.world.record([past], on: kept.site)
            kept.set(try .day("2032-01-01"))
            await #expect(throws: Interrupted.self) { try await kept.dispose { _, _ in throw Interrupted() } }
            #expect(try await kept.practice("gov-1").retention(at: kept.site.code).pendingKeys == 1)
            var keys = 0
            let report = try await kept.practice("manager-1").dispose(1, at: kept.site.code, sealedWith: kept.key) {
                people, _ in
                keys += people.count
            }
            #expect(keys == 1)
            #expect(report.keys == 1)
            #expect(try await kept.practice("gov-1").retention(at: kept.site.code).pendingKeys == 0)
        }
    }

    private struct Interrupted: Error {}
}

extension RetentionWorld {
    /// The tables with a row that has one of these texts in it.
    func tables(naming texts: [String]) async throws -> [String] {
        let tables = try await ask(
            """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')
            ORDER BY 1
            """)
        var found: [String] = []
        for table in tables {
            let parts = table.split(separator: ".").map(String.init)
            guard parts.count == 2 else { continue }
            let hits = try await ask(
                """
                SELECT (xpath('/row/n/text()', query_to_xml(format(
                    'SELECT count(*) AS n FROM %I.%I AS t WHERE t::text ~ %L', \(parts[0])::text, \(parts[1])::text,
                    \(texts.joined(separator: "|"))::text), false, true, '')))[1]::text
                """)
            if hits != ["0"] { found.append(table) }
        }
        return found
    }
}
