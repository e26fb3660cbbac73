package import CivilDate
internal import Intervention
package import Postgres
package import Vault

/// Makes the seals of one site, or of the network.
package struct Sealer: Sendable {
    /// What one turn of sealing did.
    package enum Turn: Hashable, Sendable {
        /// Somebody else is sealing it now.
        case taken
        /// It made so many seals over so many rows; `isDone` when nothing up to the mark is left.
        case made(seals: Int, rows: Int, isDone: Bool)
    }

    /// What it seals.
    package let stream: SealStream
    private let key: SiteSealKey
    private let rowsAtOnce: Int
    private let sealsAtOnce: Int

    /// A sealer.
    /// - Parameters:
    ///   - rowsAtOnce: How many rows one seal covers at most.
    ///   - sealsAtOnce: How many seals one turn makes at most.
    package init(of stream: SealStream, key: SealKey, rowsAtOnce: Int = 4096, sealsAtOnce: Int = 16) {
        self.stream = stream
        self.key = key.of(stream)
        self.rowsAtOnce = rowsAtOnce
        self.sealsAtOnce = sealsAtOnce
    }

    /// Marks a lock as one of sealing; any number would do that nothing else uses.
    private static let lockSpace: Int32 = 0x5345_414C

    /// Seals what is new, up to a mark that is settled. Of two who seal a stream at once, one does.
    /// - Parameter transaction: One that began after the mark was seen to be settled.
    /// - Throws: ``SealFault`` when what is there was not sealed by this home.
    package func seal(upTo mark: SealMark, at instant: Instant, in transaction: Transaction) async throws -> Turn {
        let taken = try await transaction.query(
            "SELECT pg_try_advisory_xact_lock(\(Sealer.lockSpace), \(stream.number))")
        guard try taken.column(0, as: Bool.self).first == true else { return .taken }
        var last = try await last(in: transaction)
        var sealed = (seals: 0, rows: 0)
        while sealed.seals < sealsAtOnce {
            let from = last?.range.upperBound.next ?? .least
            guard from <= mark.through else { break }
            let rows = try await transaction.query(
                SealedRow.select(of: stream, from...mark.through, limit: rowsAtOnce))
            let leaves = try rows.map { SealLeaf(try SealedRow($0), key: key) }
            guard let end = leaves.last?.arrival else { break }
            let isLast = leaves.count < rowsAtOnce
            let seal = Seal(
                after: last, through: isLast ? mark.through : end, leaves: leaves, at: instant, stream: stream,
                key: key)
            try await transaction.execute(seal.insert(of: stream))
            last = seal
            sealed = (sealed.seals + 1, sealed.rows + leaves.count)
            if isLast { break }
        }
        return .made(seals: sealed.seals, rows: sealed.rows, isDone: sealed.seals < sealsAtOnce)
    }

    /// The last seal of the stream; nil while there is none.
    /// - Throws: ``SealFault`` when it is not one of this home.
    package func last(in transaction: Transaction) async throws -> Seal? {
        let rows = try await transaction.query(Seal.selectLast(of: stream))
        guard let first = rows.first else { return nil }
        let number = try first.decode(0, as: Int64.self)
        guard let seal = try Seal(first) else { throw SealFault.forged(number: number) }
        guard seal.key == key.id else { throw SealFault.otherKey(key.id, made: seal.key) }
        let previous = try rows.dropFirst().first.flatMap { try Seal($0) }
        guard seal.number == (previous?.number ?? 0) + 1,
            seal.isAuthentic(after: previous?.code ?? .zero, stream: stream, key: key)
        else { throw SealFault.forged(number: number) }
        return seal
    }

    /// The seals from a number on, at most so many as one turn makes.
    package func seals(from number: Int64, in transaction: Transaction) async throws -> [Seal] {
        try await transaction.query(Seal.select(of: stream, from: number, limit: sealsAtOnce)).map { row in
            guard let seal = try Seal(row) else { throw SealFault.forged(number: try row.decode(0)) }
            return seal
        }
    }
}
