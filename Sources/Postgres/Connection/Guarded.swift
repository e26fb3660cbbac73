import Glibc

/// A value behind a lock: whoever wants it waits until nobody else has it, and has it for the time of a closure.
///
/// `Mutex` of Synchronization does the same, but takes its lock by system calls that the thread sanitizer of Swift 6.3
/// does not see, and so is reported as a race at every use (2026-11). A lock of POSIX it knows.
///
/// `@unchecked Sendable`: the value is only touched in ``withLock(_:)``, between taking the lock and giving it back.
@safe
package final class Guarded<State>: @unchecked Sendable {
    // A lock of POSIX must stay where it was made, which a property of Swift does not promise.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var state: State

    /// Guards a value, which nobody else may keep.
    package init(_ state: sending State) {
        self.state = state
        unsafe lock = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe lock.initialize(to: pthread_mutex_t())
        check(unsafe pthread_mutex_init(lock, nil))
    }

    deinit {
        unsafe pthread_mutex_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Lends the value. `body` must not wait for anything, and must not come back here: the lock is not taken twice.
    package func withLock<Result, Failure: Error>(
        _ body: (inout sending State) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        check(unsafe pthread_mutex_lock(lock))
        defer { check(unsafe pthread_mutex_unlock(lock)) }
        return try body(&state)
    }

    /// A lock that cannot be made, taken or given back is a mistake of ours: there is no going on without it.
    private func check(_ status: Int32) {
        precondition(status == 0, "a lock could not be used")
    }
}
