import Postgres

extension RecordBatch {
    /// Inserts the events and nothing that belongs to them, and spends the batch: only for measuring what the events by
    /// themselves cost, in a database that nobody works with. `homeward verify` calls what it leaves a fault.
    package consuming func insertEventsAlone(in transaction: Transaction) async throws {
        var list = StatementList()
        list.append(takeEvents(), PendingEvent.insert, of: site)
        try await list.run(in: transaction)
    }
}
