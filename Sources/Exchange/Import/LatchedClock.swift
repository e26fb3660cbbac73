import CivilDate
import EpisodeStore
import Postgres

extension RecordClock {
    /// A clock that looks at this one once and then stands still, so that all rows of a file become known at one instant
    /// however many appends they take. The store looks when it holds the site's lock, and the lock lasts as long as the
    /// transaction does.
    func latched() -> RecordClock {
        let latch = Latch()
        return RecordClock {
            latch.instant.withLock { instant in
                if let instant { return instant }
                let now = now()
                instant = now
                return now
            }
        }
    }

    private final class Latch: Sendable {
        let instant = Guarded<Instant?>(nil)
    }
}
