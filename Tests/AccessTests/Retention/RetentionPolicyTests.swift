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

    private static func died(
        _ day: String, ended: String, born: String? = nil, _ provision: Set<ProvisionKind> = []
    ) throws -> RecordedLife {
        var life = try life(ended, born: born, provision)
        life.diedOn = try .day(day)
        return life
    }

    private static let short = RetentionPolicy(["every-record-years": 3], services: [])

    @Test(
        arguments: [
            // Died at 17, on the last day before the birthday that the month allows.
            ("2029-12-31", "2012-01", "looked-after-died 2044-12-31"),
            // Born in January 2012, so perhaps 18 already.
            ("2030-01-01", "2012-01", "looked-after 2087-01-31"),
            ("2029-12-31", nil, "looked-after open"),
        ] as [(String, String?, String)])
    func `a looked-after child's record is kept 15 years after a death before 18`(
        _ died: String, _ born: String?, _ kept: String
    ) throws {
        let policy = try #require(Self.short)
        let life = try Self.died(died, ended: "2026-05-08", born: born, [.lookedAfter])
        #expect(Self.verdict(policy, life) == kept)
    }

    @Test(arguments: [
        ("2027-01-01", "mental-health-died 2037-01-01"), ("2036-05-07", "mental-health-died 2046-05-07"),
        ("2040-01-01", "mental-health 2046-05-08"),
    ])
    func `a mental-health record is kept ten years after a death, and never longer for it`(
        _ died: String, _ kept: String
    ) throws {
        let policy = try #require(RetentionPolicy(["every-record-years": 3], services: [.mentalHealth]))
        #expect(Self.verdict(policy, try Self.died(died, ended: "2026-05-08")) == kept)
    }

    @Test func `an open episode keeps the record of a child who died, and so do the other rules`() throws {
        let usual = RetentionPolicy.usual
        var life = try Self.died("2026-05-01", ended: "2026-05-08", born: "2012-01", [.lookedAfter])
        #expect(Self.verdict(usual, life) == "every-record 2061-05-08")
        life.isOpen = true
        #expect(Self.verdict(usual, life) == "every-record open")
    }
}
