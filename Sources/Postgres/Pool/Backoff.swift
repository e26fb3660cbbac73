/// Ever longer waits between attempts, so that a server that comes back is not overrun.
package struct Backoff: Sendable, Hashable {
    /// The wait after the first attempt that failed.
    package var first: Duration
    /// The longest wait.
    package var longest: Duration

    /// Waits that double from `first` up to `longest`.
    package init(first: Duration = .milliseconds(50), longest: Duration = .seconds(2)) {
        self.first = first
        self.longest = longest
    }

    /// The wait after so many failed attempts, counted from 1, spread by `spread` (0 to 1) between half and all of it, so
    /// that many who lost the server together do not come back together.
    package func wait(afterFailures failures: Int, spread: Double) -> Duration {
        let doublings = min(max(failures - 1, 0), 30)
        let whole = min(first * (1 << doublings), longest)
        return whole / 2 + whole / 2 * min(max(spread, 0), 1)
    }
}
