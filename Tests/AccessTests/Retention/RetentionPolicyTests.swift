import CivilDate
import EpisodeFixtures
import Intervention
import Sites
import Testing

/// How long a record is kept, by the rules alone.
@Suite struct RetentionPolicyTests {
    private static func life(
        _ ended: String, born: String? = nil, _ provision: Set<ProvisionKind> = []
    ) throws -> RecordedLife {
        RecordedLife(
            endedOn: try .day(ended), firstKnownOn: try .day(ended),
            birth: born.flatMap { CivilMonth(iso: $0) }.map { RecordedLife.Birth(in: $0) }, provision: provision)
    }

    private static func verdict(_ policy: RetentionPolicy, _ life: RecordedLife) -> String {
        let verdict = policy.verdict(for: life)
        return "\(verdict.rule) \(verdict.keepThrough.map { "\($0)" } ?? "open")"
    }

    @Test func `the usual rules keep as long as the law and the councils do`() throws {
        let usual = RetentionPolicy.usual
        #expect(try Self.verdict(usual, Self.life("2026-05-08", born: "2012-01")) == "every-record 2061-05-08")
        #expect(
            try Self.verdict(usual, Self.life("2026-05-08", born: "2012-01", [.lookedAfter]))
                == "looked-after 2087-01-31")
        #expect(
            try Self.verdict(usual, Self.life("2026-05-08", born: "2012-01", [.childProtection]))
                == "child-protection 2061-05-08")
        #expect(try Self.verdict(usual, Self.life("2026-05-08", [.lookedAfter])) == "looked-after open")
    }

    @Test(arguments: [
        ("2026-05-08", "2012-01", "child-health 2037-01-31"), ("2026-05-08", "2009-01", "child-health 2035-01-31"),
        ("2026-05-08", "2008-05", "child-health 2034-05-31"), ("2026-05-08", "2008-04", "child-health 2033-04-30"),
    ])
    func `the health record of who was 17 at the end is kept a year more`(
        _ ended: String, _ born: String, _ wanted: String
    ) throws {
        let policy = try #require(RetentionPolicy(["every-record-years": 3], services: [.childHealth]))
        #expect(try Self.verdict(policy, Self.life(ended, born: born)) == wanted)
    }

    @Test func `a birthday on 29 February is the day after in a common year, never the day before`() throws {
        let policy = try #require(RetentionPolicy(["every-record-years": 3], services: []))
        let verdict = try Self.verdict(policy, Self.life("2012-06-01", born: "2000-02", [.lookedAfter]))
        #expect(verdict == "looked-after 2075-03-01")
    }

    @Test func `the longest rule wins, and what is open has no day`() throws {
        let policy = try #require(
            RetentionPolicy(["every-record-years": 3, "child-in-need-birthday": 21], services: [.mentalHealth]))
        #expect(
            try Self.verdict(policy, Self.life("2026-05-08", born: "2012-01", [.childInNeed]))
                == "mental-health 2046-05-08")
        var open = try Self.life("2026-05-08", born: "2012-01")
        open.isOpen = true
        #expect(policy.verdict(for: open).keepThrough == nil)
    }

    @Test func `a value outside its bounds makes no policy`() {
        #expect(RetentionPolicy(["looked-after-birthday": 74], services: []) == nil)
        #expect(RetentionPolicy(["every-record-years": 2], services: []) == nil)
        #expect(RetentionPolicy(["no-such-rule": 40], services: []) == nil)
        #expect(RetentionPolicy([:], services: [.lookedAfter]) == nil)
    }
}
