import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Practice
import Sites
import Vault

/// Events appended in bulk by the store's own statement, under row-level security, in one transaction. They are decided
/// before the clock starts; what is derived from them is not written.
struct AppendedEvents {
    private let caseload: Caseload
    private let contacts: Int

    init(_ words: Words) throws {
        caseload = try Caseload(words)
        contacts = try words.number("contacts")
    }

    func run() async throws -> Finding {
        try await caseload.withPractice { practice in
            let clock = ContinuousClock()
            var start: ContinuousClock.Instant?
            let count = try await practice.withSite(caseload.site, for: .verify) { session in
                let batch = try await decided(for: session)
                start = clock.now
                let count = batch.pendingCount
                try await batch.insertEventsAlone(in: session.transaction)
                return count
            }
            guard let start else { throw Words.Mistake("nothing was appended") }
            return Finding(count: count, time: start.duration(to: clock.now))
        }
    }

    /// Episodes with so many contacts each, under ids that nothing else has.
    private func decided(for session: SiteSession) async throws -> RecordBatch {
        var batch = try await session.beginBatch()
        let high = UInt64.random(in: .min ... .max)
        for place in 0..<caseload.episodes {
            let id = EpisodeID(high: high, low: UInt64(place))
            let entries = try caseload.beginning(of: id, in: session) + contacts(in: session)
            try caseload.record(entries, of: id, in: session, &batch)
        }
        return batch
    }

    private func contacts(in session: SiteSession) -> [Engine.Entry<EpisodeCommand>] {
        (0..<contacts).map { place in
            let contact = Contact(id: .random(), mode: .meeting, party: .family, minutes: Minutes(60))
            return Engine.Entry(.recordContact(contact), on: session.today.adding(days: -50 + place % 50))
        }
    }
}
