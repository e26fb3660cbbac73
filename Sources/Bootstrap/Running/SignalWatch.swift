import Dispatch
import Glibc

/// Turns SIGINT and SIGTERM into the cancellation of a task, so that what it does in the database is rolled back.
enum SignalWatch {
    /// Runs the body until it ends or a signal comes.
    /// - Throws: what the body throws; status 75 when a signal cancelled it before it was done.
    static func untilSignalled(_ body: @escaping @Sendable () async throws -> Void) async throws {
        let work = Task { try await body() }
        let queue = DispatchQueue(label: "homeward.signals")
        let sources = [SIGINT, SIGTERM].map { number in
            // The default of both is to end the process at once, rolled back or not.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { work.cancel() }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
        }
        let result = await work.result
        guard case .failure = result, work.isCancelled else { return try result.get() }
        throw CommandFault(.tryLater, "stopped by a signal before it was done; what was not committed was rolled back")
    }
}
