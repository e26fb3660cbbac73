import CivilDate
import Glibc

/// What tells the store the time. A value, so that a test or a simulation brings its own.
package struct RecordClock: Sendable {
    private let read: @Sendable () -> Instant

    /// A clock that answers with `now`.
    package init(now: @escaping @Sendable () -> Instant) {
        read = now
    }

    /// The time.
    package func now() -> Instant { read() }

    /// The machine's clock.
    package static let system = RecordClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
