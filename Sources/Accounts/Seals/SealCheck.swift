internal import Intervention
package import Postgres
package import Vault

/// Holds the looks and events of a stream against its seals, and the seals in the database against those outside it.
package struct SealCheck: Sendable {
    private let stream: SealStream
    private let key: SiteSealKey
    private let rowsAtOnce: Int

    /// A check.
    /// - Parameter rowsAtOnce: About how many rows are looked at in one go.
    package init(of stream: SealStream, key: SealKey, rowsAtOnce: Int = 16_384) {
        self.stream = stream
        self.key = key.of(stream)
        self.rowsAtOnce = rowsAtOnce
    }

    /// Checks everything. The memory it takes does not grow with the record.
    /// - Parameters:
    ///   - file: The seals outside the database; nil when there are none.
    ///   - transaction: Of isolation level repeatable read, so that what arrives meanwhile does not look like a fault.
    /// - Throws: ``SealFault`` when the file cannot be read.
    package func run(
        against file: SealFile?, in transaction: Transaction, progress: (AuditReport) -> Void = { _ in }
    ) async throws -> AuditReport {
        var report = AuditReport(of: stream)
        var pairs = SealPairs(stream: stream, file: file)
        var judge = SealJudge(stream: stream, key: key)
        var end: Arrival?
        var isAtEnd = false
        while !isAtEnd {
            var batch: [Seal] = []
            var rows = 0
            while rows < rowsAtOnce, batch.count < SealCheck.sealsAtOnce {
                guard let pair = try await pairs.next(in: transaction) else {
                    isAtEnd = true
                    break
                }
                report.seals += 1
                // Nothing can be said of the rows under a seal that nobody made; those after it are looked at apart.
                guard let seal = judge.judge(pair, &report) else { break }
                batch.append(seal)
                rows += seal.rows
            }
            guard let first = batch.first, let last = batch.last else { continue }
            try await compare(batch, from: first.range.lowerBound, through: last.range.upperBound, transaction, &report)
            end = last.range.upperBound
            progress(report)
        }
        let younger = SealedRow.younger(of: stream, than: end ?? .least)
        report.younger = try await transaction.query(younger).column(0, as: Int.self).first ?? 0
        return report
    }

    private static let sealsAtOnce = 1024

    private func compare(
        _ seals: [Seal], from first: Arrival, through last: Arrival, _ transaction: Transaction,
        _ report: inout AuditReport
    ) async throws {
        // Whoever put in more than this is found by the first of them; the rest is not looked at.
        let limit = seals.reduce(0) { $0 + $1.rows } + rowsAtOnce
        let rows = try await transaction.query(SealedRow.select(of: stream, first...last, limit: limit))
        var place = rows.startIndex
        var next = try SealCheck.row(rows, &place)
        var missing: [AuditFault] = []
        for seal in seals {
            for leaf in SealLeaf.leaves(in: seal.leaves) {
                while let row = next, row.arrival < leaf.arrival {
                    report.note(AuditFault(kind: .inserted, seal: seal.number, arrival: row.arrival))
                    next = try SealCheck.row(rows, &place)
                }
                guard let row = next, row.arrival == leaf.arrival else {
                    if rows.count < limit || next != nil {
                        missing.append(AuditFault(kind: .removed, seal: seal.number, arrival: leaf.arrival))
                    }
                    continue
                }
                if SealLeaf(row, key: key) != leaf {
                    report.note(AuditFault(kind: .changed, seal: seal.number, arrival: leaf.arrival))
                }
                report.rows += 1
                next = try SealCheck.row(rows, &place)
            }
            while let row = next, row.arrival <= seal.range.upperBound {
                report.note(AuditFault(kind: .inserted, seal: seal.number, arrival: row.arrival))
                next = try SealCheck.row(rows, &place)
            }
        }
        guard !missing.isEmpty else { return }
        let disposed = try await disposed(among: missing.map(\.arrival), transaction)
        for fault in missing {
            if disposed.contains(fault.arrival) { report.disposed += 1 } else { report.note(fault) }
        }
    }

    /// Nothing of the network is disposed of.
    private func disposed(among arrivals: [Arrival], _ transaction: Transaction) async throws -> Set<Arrival> {
        guard case .site(let site) = stream else { return [] }
        return try await DisposalSeals(site: site, key: key).proved(among: arrivals, in: transaction)
    }

    private static func row(_ rows: Rows, _ place: inout Int) throws -> SealedRow? {
        guard place < rows.endIndex else { return nil }
        defer { place += 1 }
        return try SealedRow(rows[place])
    }
}
