import Dispatch

/// The one thread at a time on which a connection's libpq calls run, so that a call that blocks holds up nobody else.
/// Dispatch has no serial executor of its own on Linux.
final class Lane: SerialExecutor {
    private let queue: DispatchQueue
    /// The same lane for the work of those who borrow the connection.
    let guests: LaneGuests

    init() {
        let queue = DispatchQueue(label: "homeward.postgres.lane")
        self.queue = queue
        guests = LaneGuests(queue: queue)
        queue.setSpecific(key: Self.marks, value: ObjectIdentifier(self))
    }

    /// On each queue, the lane that it is of.
    private static let marks = DispatchSpecificKey<ObjectIdentifier>()

    /// True when the caller runs on this lane.
    var isCurrent: Bool { DispatchQueue.getSpecific(key: Self.marks) == ObjectIdentifier(self) }

    func isIsolatingCurrentContext() -> Bool? { isCurrent }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(
                isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.guests.asUnownedTaskExecutor()
            )
        }
    }
}

/// A lane as the place where a borrower's own work goes on between two statements. A statement then begins and ends on
/// the thread that its borrower runs on; between two threads, each would wait twice for the other to wake up, which
/// takes longer than a small statement.
final class LaneGuests: TaskExecutor {
    private let queue: DispatchQueue

    init(queue: DispatchQueue) {
        self.queue = queue
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
        }
    }
}
