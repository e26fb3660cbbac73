import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Practice
import Sites
import Vault

/// Contacts, each recorded by a use case of its own: found, loaded, decided, appended, committed, durable.
struct RecordedContacts {
    private let caseload: Caseload
    private let clients: Int
    private let time: Duration

    init(_ words: Words) throws {
        caseload = try Caseload(words)
        clients = try words.number("connections")
        time = try words.duration()
    }

    func run() async throws -> Finding {
        let ids = caseload.ids
        return try await caseload.withPractice { practice in
            try await Self.record(in: practice, ids[0], at: caseload.site)
            let clock = ContinuousClock()
            let start = clock.now
            let count = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<clients {
                    group.addTask { [time, site = caseload.site] in
                        var random = Chance()
                        return try await Finding.repeating(for: time) {
                            guard let id = ids.randomElement(using: &random) else { return 0 }
                            try await Self.record(in: practice, id, at: site)
                            return 1
                        }.count
                    }
                }
                return try await group.reduce(0, +)
            }
            return Finding(count: count, time: start.duration(to: clock.now))
        }
    }

    private static func record(in practice: Practice, _ episode: EpisodeID, at site: SiteCode) async throws {
        let contact = Contact(id: .random(), mode: .meeting, party: .family, minutes: Minutes(60))
        try await practice.record(at: site) { session in
            let rules = session.rules
            let entry = Engine.Entry(EpisodeCommand.recordContact(contact), on: session.today.adding(days: -1))
            return [.record([entry], to: episode, in: EpisodeStream.self) { try rules.next(in: $0) }]
        }
    }
}
