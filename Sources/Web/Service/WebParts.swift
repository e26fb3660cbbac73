import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import Practice

/// What the service stands on.
package struct WebParts: Sendable {
    /// A pool with the name that it has in the metrics.
    package struct NamedPool: Sendable {
        /// The name.
        package let name: String
        /// The pool.
        package let pool: Pool

        /// A pool with its name.
        package init(_ name: String, _ pool: Pool) {
            self.name = name
            self.pool = pool
        }
    }

    /// The use cases.
    package let practice: Practice
    /// What signing in stands on.
    package let door: WebDoor
    /// The programme's models.
    package let models: ModelRegistry
    /// Tells the time.
    package let clock: RecordClock
    /// Answers whether the service is ready.
    package let readiness: Readiness
    /// The pools whose connections are counted.
    package let pools: [NamedPool]
    /// Knows how the nights stand; nil when nobody asks for that.
    package let nights: NightWorker?

    /// What a service stands on.
    package init(
        practice: Practice, door: WebDoor, models: ModelRegistry, clock: RecordClock, readiness: Readiness,
        pools: [NamedPool],
        nights: NightWorker? = nil
    ) {
        self.practice = practice
        self.door = door
        self.models = models
        self.clock = clock
        self.readiness = readiness
        self.pools = pools
        self.nights = nights
    }
}
