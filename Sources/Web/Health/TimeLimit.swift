/// Waits for work no longer than a limit. The work itself goes on: what hangs in a dead connection cannot be hurried.
enum TimeLimit {
    /// What the work gave; nil when it took longer.
    static func within<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async -> Result
    ) async -> Result? {
        let (answers, answer) = AsyncStream<Result?>.makeStream(bufferingPolicy: .bufferingOldest(1))
        Task { answer.yield(await work()) }
        let alarm = Task {
            try? await Task.sleep(for: limit)
            answer.yield(nil)
        }
        defer { alarm.cancel() }
        for await first in answers { return first }
        return nil
    }
}
