import Dispatch

/// The one thread at a time on which a connection's libpq calls run, so that a call that blocks holds up nobody else.
/// Dispatch has no serial executor of its own on Linux.
final class Lane: SerialExecutor {
    private let queue = DispatchQueue(label: "homeward.postgres.lane")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(on: self.asUnownedSerialExecutor())
        }
    }
}
