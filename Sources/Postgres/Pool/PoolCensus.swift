/// How a pool stands at one moment.
package struct PoolCensus: Sendable, Hashable {
    /// Connections that are lent or being made.
    package let lent: Int
    /// Connections that wait to be lent.
    package let idle: Int
    /// Callers that wait for a connection.
    package let waiting: Int

    /// A census of these numbers.
    package init(lent: Int, idle: Int, waiting: Int) {
        self.lent = lent
        self.idle = idle
        self.waiting = waiting
    }
}
