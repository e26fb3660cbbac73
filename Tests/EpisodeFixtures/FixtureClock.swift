import CivilDate
import EpisodeStore
import Synchronization

/// A clock that a test sets. Each reading is a millisecond later than the one before, so that stamps differ.
package final class FixtureClock: Sendable {
    private let instant: Mutex<Instant>

    /// A clock that shows an instant.
    package init(_ start: Instant) {
        instant = Mutex(start)
    }

    /// What the clock shows, without moving it.
    package var shown: Instant { instant.withLock { $0 } }

    /// Sets the clock, forward or back.
    package func set(_ other: Instant) {
        instant.withLock { $0 = other }
    }

    /// Moves the clock on.
    package func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(microseconds: seconds * 1_000_000) }
    }

    /// The clock as the store takes it.
    package var recordClock: RecordClock {
        RecordClock { [self] in
            instant.withLock { instant in
                instant = instant.adding(microseconds: 1000)
                return instant
            }
        }
    }
}
