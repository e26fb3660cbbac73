import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import RandomHistories
import Sites
import Testing

/// Random records, rules, holds and people: nothing ends before its day, while it is held or open, or by one person.
@Suite struct DisposalPropertyTests {
    /// A child as the test made it up, which is what the outcome is held against.
    private struct MadeChild {
        let id: ChildID
        var firstKnownOn: CivilDate?
        var closings: [CivilDate] = []
        var isOpen = false
        var birth: CivilMonth?
        var provision: [ProvisionKind] = []
        var isHeld = false

        /// Whether every rule's day is past, written down a second time in the simplest way.
        func mayEnd(on day: CivilDate, _ years: [RetentionRule: Int]) -> Bool {
            guard !isOpen, !isHeld, let last = closings.max() else { return false }
            func isPast(_ start: CivilDate, _ rule: RetentionRule) -> Bool {
                start.adding(months: 12 * (years[rule] ?? 0)) < day
            }
            guard isPast(last, .everyRecord) else { return false }
            for kind in provision {
                switch kind {
                case .childProtection: if !isPast(last, .childProtection) { return false }
                case .lookedAfter: if !(birth.map { isPast($0.lastDay, .lookedAfter) } ?? false) { return false }
                case .childInNeed:
                    guard let start = birth?.lastDay ?? firstKnownOn else { return false }
                    if !isPast(start, .childInNeed) { return false }
                }
            }
            return true
        }
    }

    private static func years(_ random: inout SplitMix64) -> [RetentionRule: Int] {
        [
            .lookedAfter: .random(in: 75...90, using: &random), .childProtection: .random(in: 25...60, using: &random),
            .childInNeed: .random(in: 21...50, using: &random), .everyRecord: .random(in: 3...40, using: &random),
        ]
    }

    private static func text(_ years: [RetentionRule: Int]) -> String {
        "retention:\n  looked-after-birthday: \(years[.lookedAfter] ?? 0)\n  child-protection-years: "
            + "\(years[.childProtection] ?? 0)\n  child-in-need-birthday: \(years[.childInNeed] ?? 0)\n"
            + "  every-record-years: \(years[.everyRecord] ?? 0)\n  services: []\n"
    }

    /// Records a child with up to three episodes, of which the last may be open.
    private static func child(_ kept: RetentionWorld, _ random: inout SplitMix64) async throws -> MadeChild {
        var made = MadeChild(id: .fresh())
        if Int.random(in: 0..<5, using: &random) > 0 {
            made.birth = CivilMonth(
                year: .random(in: 2000...2008, using: &random), month: .random(in: 1...12, using: &random))
        }
        var day = try CivilDate.day("2015-01-05").adding(days: .random(in: 0..<900, using: &random))
        made.firstKnownOn = day
        var episodes: [FixtureEpisode] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let end = day.adding(days: .random(in: 30...150, using: &random))
            var episode = FixtureEpisode(from: day, through: end)
            episode.child = made.id
            episode.profile.birthMonth = made.birth
            episodes.append(episode)
            made.closings.append(end)
            day = end.adding(days: .random(in: 1...300, using: &random))
        }
        if Int.random(in: 0..<5, using: &random) == 0 {
            var open = FixtureEpisode(referredOn: try .day("2026-05-01"))
            open.child = made.id
            episodes.append(open)
            made.isOpen = true
        }
        try await kept.world.record(episodes, on: kept.site)
        for kind in ProvisionKind.allCases where Int.random(in: 0..<3, using: &random) == 0 {
            let start = try CivilDate.day("2015-01-01")
            try await kept.world.record(
                [FixtureSpell(kind, start, until: start.adding(days: 60))], of: made.id, on: kept.site)
            made.provision.append(kind)
            made.closings.append(start.adding(days: 60))
        }
        return made
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `nothing ends before its day, held, open or by one person`(_ seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let years = Self.years(&random)
        try await RetentionWorld.with(Self.text(years)) { kept in
            var children: [ChildID: MadeChild] = [:]
            for _ in 0..<12 {
                let made = try await Self.child(kept, &random)
                children[made.id] = made
            }
            let people = ["gov-1", "gov-2", "operator"]
            var ended: Set<ChildID> = []
            var today = try CivilDate.day("2027-01-01")
            for _ in 0..<8 {
                today = today.adding(days: .random(in: 0..<9000, using: &random))
                kept.set(today)
                for id in children.keys.sorted() where !ended.contains(id) && Bool.random(using: &random) {
                    let isHeld = children[id]?.isHeld ?? false
                    let practice = try kept.practice("gov-1")
                    if isHeld {
                        try await practice.release(.id(id), at: kept.site.code)
                    } else {
                        try await practice.hold(.id(id), because: "claim", at: kept.site.code)
                    }
                    children[id]?.isHeld.toggle()
                }
                let (one, other) = (
                    people.randomElement(using: &random) ?? "", people.randomElement(using: &random) ?? ""
                )
                do {
                    let report = try await kept.dispose(proposing: one, approving: other)
                    #expect(one != other)
                    for entry in report.disposed {
                        let made = try #require(children[entry.child])
                        #expect(made.mayEnd(on: today, years), "\(today) \(made) \(years)")
                        ended.insert(entry.child)
                    }
                } catch RetentionFault.samePerson(let number) {
                    #expect(one == other)
                    try await kept.practice("gov-1").withdrawDisposal(number, at: kept.site.code)
                } catch RetentionFault.nothingDue {
                    let due = children.values.filter { !ended.contains($0.id) && $0.mayEnd(on: today, years) }
                    #expect(due.isEmpty, "what may end is proposed")
                }
            }
            let check = try await kept.world.verify(kept.site)
            #expect(check.isSound)
            #expect(check.stubs >= ended.count * 2)
            Self.note(ended.count, of: seed)
        }
    }

    /// A run in which nothing ended would have shown nothing.
    private static func note(_ ended: Int, of seed: UInt64) {
        #expect(ended > 0, "seed \(seed)")
    }
}
