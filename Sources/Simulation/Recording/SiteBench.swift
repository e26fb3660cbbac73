import Accounts
import EpisodeStore
import Practice

/// A site that is being filled.
struct SiteBench: Sendable {
    let teller: FamilyTeller
    let evenings: Evenings

    /// The work in pieces: as many families as one transaction takes.
    var batches: [FamilyBatch] {
        stride(from: 0, to: teller.site.families, by: FamilyBatch.size).map { first in
            let end = min(first + FamilyBatch.size, teller.site.families)
            return FamilyBatch(bench: self, families: first..<end)
        }
    }
}

/// Families that are told and written in one transaction, all or none.
struct FamilyBatch: Sendable {
    let bench: SiteBench
    let families: Range<Int>

    /// About 15,000 events, which is some megabytes in memory and a second of work.
    static let size = 400

    /// Tells the families and writes them.
    func write(through practice: Practice) async throws -> Simulator.Progress {
        let teller = bench.teller
        return try await practice.withSite(teller.site.code, for: .simulate) { session in
            var batch = try await session.beginStampedBatch()
            let scribe = Scribe(evenings: bench.evenings, until: teller.request.until, rules: session.rules)
            var sum = Simulator.Progress()
            for family in families {
                var dice = Dice(seed: teller.request.seed, UInt64(teller.site.number), UInt64(family) + 1, 1)
                sum.episodes += try scribe.write(teller.tell(family), into: &batch, &dice)
            }
            sum.families = families.count
            sum.events = batch.pendingCount
            try Task.checkCancellation()
            try await batch.flush(in: session.transaction)
            return sum
        }
    }
}
