import Intervention
import Postgres

/// Statements that go to the server together, large ones in parts.
package struct StatementList: Sendable {
    /// A statement, and how many rows it must change; nil when any number is right.
    struct Item: Sendable {
        let statement: Statement
        var rows: Int?
        /// What it means when it changes another number of rows.
        var otherwise = StoreFault.Code.conflict
    }

    private(set) var items: [Item] = []

    /// Rows in one statement: more would only make the server's memory larger.
    static let chunk = 8_192

    mutating func append(_ item: Item) {
        items.append(item)
    }

    /// One statement for every chunk of rows; none when there are none.
    mutating func append<Record>(
        _ records: [Record], _ make: ([Record], SiteID) -> Statement, of site: SiteID, exactly: StoreFault.Code? = nil
    ) {
        var start = 0
        while start < records.count {
            let end = min(start + StatementList.chunk, records.count)
            let part = start == 0 && end == records.count ? records : Array(records[start..<end])
            let rows = exactly == nil ? nil : part.count
            items.append(Item(statement: make(part, site), rows: rows, otherwise: exactly ?? .conflict))
            start = end
        }
    }

    /// Sends all of it, in as few round trips as the size allows.
    func run(in transaction: Transaction) async throws {
        var start = 0
        while start < items.count {
            let end = min(start + StatementList.together, items.count)
            let results: [Rows]
            do throws(PostgresFault) {
                results = try await transaction.pipeline(items[start..<end].map(\.statement))
            } catch {
                throw StoreFault.translating(error)
            }
            for (item, result) in zip(items[start..<end], results) {
                if let rows = item.rows, rows != result.tag.rows { throw StoreFault(item.otherwise) }
            }
            start = end
        }
    }

    private static let together = 24
}
