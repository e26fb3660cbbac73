import CivilDate
import Disclosure
import Intervention
import Postgres

/// The editions that are out and hang together with one that is worked out, and by how much counts have moved since.
struct EditionPast {
    /// The editions, by number.
    private(set) var editions: [EarlierEdition]
    private let frozen: [Edition]
    /// How many records of each count otherwise for its own cut than when it was frozen: some were disposed of, or the rule
    /// by which they count is another.
    private let shifts: [EditionNumber: Int]

    /// Reads them.
    /// - Throws: ``EditionFault``, ``ReportFault``, or the database's fault.
    static func read(
        _ frozen: [Edition], on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> EditionPast {
        let secrets = try await EditionBook.secrets(of: frozen.map(\.number), in: transaction)
        var editions: [EarlierEdition] = []
        var shifts: [EditionNumber: Int] = [:]
        for edition in frozen {
            guard let kept = secrets[edition.number] else { throw EditionFault.unreadable(edition.number) }
            editions.append(try EarlierEdition(edition, kept))
            shifts[edition.number] = try await shift(edition, kept, on: ground.at(edition.dataCut), in: transaction)
        }
        var past = EditionPast(editions: editions, frozen: frozen, shifts: shifts)
        try await past.complete(on: ground, in: transaction)
        return past
    }

    /// How many records changed from each to one that is worked out now, where they share days: those that were corrected, came
    /// or went, that were disposed of, and that another rule counts otherwise.
    func changed(
        to request: EditionRequest, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> [EditionNumber: Int] {
        var changed: [EditionNumber: Int] = [:]
        for edition in frozen {
            guard let days = request.period.shared(with: edition.period) else { continue }
            let records = try await EditionChanges.read(
                from: edition.dataCut, to: ground.cut, in: days, of: request.model ?? edition.model,
                sites: ground.numbers, in: transaction
            ).count
            changed[edition.number] = records + (shifts[edition.number] ?? 0)
        }
        return changed
    }

    /// How many records of an edition count otherwise for its cut than when it was frozen.
    private static func shift(
        _ edition: Edition, _ kept: EditionSecrets, on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws -> Int {
        let request = EditionRequest(of: edition)
        let records = try await EditionTally.records(request, on: ground, in: transaction).values.reduce(0, +)
        let gone = max(0, kept.records - records)
        // Counting anew takes long on a large network, and gives the same where nothing is gone and the rule is the same.
        if gone == 0, edition.isCounted(by: ground, kept) { return 0 }
        let tally = try await EditionTally.read(request, on: ground, in: transaction)
        return kept.grids.reduce(gone) { max($0, tally.moved(since: $1) ?? 0) }
    }

    /// Finds how many records changed between any two that share days, where that was not kept.
    private mutating func complete(
        on ground: EditionMaterial.Ground, in transaction: Transaction
    ) async throws {
        for place in editions.indices {
            for before in 0..<place where editions[place].changed[frozen[before].number] == nil {
                let (one, other) = (frozen[before], frozen[place])
                guard let days = one.period.shared(with: other.period) else { continue }
                let records = try await EditionChanges.read(
                    from: one.dataCut, to: other.dataCut, in: days, of: one.model ?? other.model,
                    sites: ground.numbers, in: transaction
                ).count
                editions[place].changed[one.number] =
                    records + (shifts[one.number] ?? 0) + (shifts[other.number] ?? 0)
            }
        }
    }
}

extension Edition {
    /// Whether a program counts by the rules that it was counted by.
    func isCounted(by ground: EditionMaterial.Ground, _ kept: EditionSecrets) -> Bool {
        document.codeVersion == ground.program && kept.models == ground.counting
    }
}

extension EditionPeriod {
    /// The days that both have; nil when they share none.
    package func shared(with other: EditionPeriod) -> CivilPeriod? {
        CivilPeriod(from: max(days.from, other.days.from), through: min(days.through, other.days.through))
    }
}
