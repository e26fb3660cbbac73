import CivilDate
import EpisodeEngine
import Intervention
import Postgres

/// A command to a stream, with what is needed to decide it.
package struct RecordCommand: Sendable {
    let prepare: @Sendable (EpisodeStore, SiteID, Transaction, inout RecordBatch) async throws -> Void
    let decide: @Sendable (inout RecordBatch, CivilDate, Licensing) throws -> [Advisory]
    /// The teams that a family is referred to, or allocated to.
    let teams: [TeamID]

    /// Commands to one stream that belong together, in order.
    /// - Parameters:
    ///   - rules: The rules to decide under, given the versions that the episode is pinned to (nil when it is new).
    package static func record<Stream: StoredStream>(
        _ entries: [Engine.Entry<Stream.Command>], to id: RecordID<Stream.Owner>, in stream: Stream.Type = Stream.self,
        under rules: @escaping @Sendable (StreamState<Stream>) throws -> Stream.Rules
    ) -> RecordCommand {
        RecordCommand { store, site, transaction, batch in
            try await store.open(id, in: stream, site: site, transaction, &batch)
        } decide: { batch, today, licensing in
            guard let place = batch.stream(id, in: stream) else { throw StoreFault(.noSuchStream) }
            let rules = try rules(batch.state(of: place)).knowing(licensing)
            return try batch.record(entries, to: place, under: rules, today: today)
        } teams: {
            entries.compactMap { ($0.command as? EpisodeCommand)?.team }
        }
    }

    /// A correction of one stream.
    package static func correct<Stream: StoredStream>(
        _ correction: Correction<Stream.Command>, of id: RecordID<Stream.Owner>, in stream: Stream.Type = Stream.self,
        under rules: @escaping @Sendable (StreamState<Stream>) throws -> Stream.Rules
    ) -> RecordCommand {
        RecordCommand { store, site, transaction, batch in
            try await store.open(id, in: stream, site: site, transaction, &batch)
        } decide: { batch, today, licensing in
            guard let place = batch.stream(id, in: stream) else { throw StoreFault(.noSuchStream) }
            let rules = try rules(batch.state(of: place)).knowing(licensing)
            return try batch.correct(correction, of: place, under: rules, today: today)
        } teams: {
            correction.replacements.compactMap { ($0.command as? EpisodeCommand)?.team }
        }
    }

    private init(
        prepare: @escaping @Sendable (EpisodeStore, SiteID, Transaction, inout RecordBatch) async throws -> Void,
        decide: @escaping @Sendable (inout RecordBatch, CivilDate, Licensing) throws -> [Advisory],
        teams: () -> [TeamID]
    ) {
        self.prepare = prepare
        self.decide = decide
        self.teams = teams()
    }
}

extension EpisodeCommand {
    /// The team that a referral or an allocation names; nil for every other command.
    fileprivate var team: TeamID? {
        switch self {
        case .refer(let referral): referral.team
        case .allocate(let allocation): allocation.team
        default: nil
        }
    }
}

extension EpisodeStore {
    /// Decides commands and appends what was decided, to all streams concerned or to none.
    /// - Parameters:
    ///   - isLive: Whether families begin with teams now, or come to another team or day by a correction, and so only
    ///     with teams that are licensed; otherwise what happened is written down, whoever was licensed.
    /// - Returns: Advice for the person who records.
    /// - Throws: `Refusal` before anything is written; ``StoreFault`` when the transaction is lost.
    @discardableResult
    package func append(
        _ commands: [RecordCommand], site: SiteID, by author: Author, today: CivilDate, isLive: Bool = false,
        in transaction: Transaction
    ) async throws -> [Advisory] {
        var batch = try await begin(site: site, by: author, in: transaction)
        for command in commands { try await command.prepare(self, site, transaction, &batch) }
        var advisories: [Advisory] = []
        let teams = isLive ? commands.flatMap(\.teams) : []
        let licensing = isLive ? Licensing.live(try await standings(of: teams, site: site, transaction)) : .history()
        for command in commands { advisories += try command.decide(&batch, today, licensing) }
        try await batch.flush(in: transaction)
        return advisories
    }

    /// What is on record of the licences of teams.
    package func standings(
        of teams: [TeamID], site: SiteID, _ transaction: Transaction
    ) async throws -> [TeamID: LicenceStanding] {
        guard !teams.isEmpty else { return [:] }
        let states = try await load(Array(Set(teams)), in: TeamStream.self, site: site, transaction)
        return states.compactMapValues { $0.history.facts.map { LicenceStanding($0) } }
    }

    /// Loads a stream into a batch, or puts it there as new.
    func open<Stream: StoredStream>(
        _ id: RecordID<Stream.Owner>, in stream: Stream.Type, site: SiteID, _ transaction: Transaction,
        _ batch: inout RecordBatch
    ) async throws {
        guard batch.stream(id, in: stream) == nil else { return }
        let state = try await load(id, in: stream, site: site, transaction)
        _ = try batch.open(state ?? StreamState<Stream>(new: id))
    }
}
