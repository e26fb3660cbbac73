internal import Postgres
internal import Vault

/// Says of each seal which of its two copies is the one that was made.
struct SealJudge {
    let stream: SealStream
    let key: SiteSealKey
    private var previous = Digest256.zero
    private var end: Arrival?

    init(stream: SealStream, key: SiteSealKey) {
        self.stream = stream
        self.key = key
    }

    /// The seal to hold rows against; nil when neither copy is one that this home made.
    mutating func judge(_ pair: SealPairs.Pair, _ report: inout AuditReport) -> Seal? {
        let kept = pair.kept.flatMap { isGenuine($0, pair.number) ? $0 : nil }
        let filed = pair.filed.flatMap { isGenuine($0, pair.number) ? $0 : nil }
        let from = end?.next ?? .least
        let seal = filed ?? kept
        if seal == nil {
            report.note(AuditFault(kind: .unproved, seal: pair.number, arrival: from))
        } else if kept != filed {
            // Where both were made by this home and differ, somebody had its key: the copy outside was there first.
            if filed != nil { report.note(AuditFault(kind: .seal, seal: pair.number, arrival: from)) }
            if filed == nil, pair.isFiled { report.note(AuditFault(kind: .line, seal: pair.number, arrival: from)) }
        }
        if !pair.isFiled { report.unfiled += 1 }
        previous = (seal ?? pair.filed ?? pair.kept)?.code ?? previous
        end = (seal ?? pair.filed ?? pair.kept)?.range.upperBound ?? end
        return seal
    }

    private func isGenuine(_ seal: Seal, _ number: Int64) -> Bool {
        seal.number == number && seal.isAuthentic(after: previous, stream: stream, key: key)
    }
}

/// Walks the seals in the database and in the file side by side.
struct SealPairs {
    /// The two copies of one seal.
    struct Pair {
        let number: Int64
        /// In the database.
        let kept: Seal?
        /// In the file.
        let filed: Seal?
        /// Whether the file has a line for it, of whatever kind.
        let isFiled: Bool
    }

    private let stream: SealStream
    private var reader: SealFile.Reader?
    private var kept: [Entry] = []
    private var asked: Int64 = 1
    private var number: Int64 = 0

    /// A row of the database, which need not be a seal.
    private struct Entry {
        let number: Int64
        let seal: Seal?
    }

    init(stream: SealStream, file: SealFile?) {
        self.stream = stream
        reader = file?.reader()
    }

    mutating func next(in transaction: Transaction) async throws -> Pair? {
        let line = try reader?.next()
        if line == nil { reader = nil }
        if kept.isEmpty { try await ask(transaction) }
        number += 1
        // A number beside the row of seals is passed over; what it hides is missing.
        if line == nil, let first = kept.last, first.number > number { number = first.number }
        var seal: Seal?
        var isKept = false
        if let first = kept.last, first.number == number {
            (seal, isKept) = (first.seal, true)
            kept.removeLast()
        }
        guard line != nil || isKept else { return nil }
        return Pair(number: number, kept: seal, filed: line?.seal, isFiled: line != nil)
    }

    /// The next seals, the next one last.
    private mutating func ask(_ transaction: Transaction) async throws {
        let rows = try await transaction.query(Seal.select(of: stream, from: asked, limit: SealPairs.atOnce))
        kept = try rows.map { Entry(number: try $0.decode(0), seal: try Seal($0)) }.reversed()
        if let last = kept.first { asked = last.number + 1 }
    }

    private static let atOnce = 64
}
