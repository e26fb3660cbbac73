/// How long somebody waits after failures in a row. Pure: numbers in, seconds out.
package struct ThrottleRule: Hashable, Sendable {
    /// So many failures cost nothing.
    package let free: Int
    /// The longest wait, in seconds.
    package let longest: Int64
    /// After so many failures in a row without one success, one attempt a day is left. It is never a lock: devices that the
    /// account was opened from before count for themselves, and an administrator can make a link.
    package let cap: Int
    /// Seconds in a day.
    package static let day: Int64 = 24 * 60 * 60

    /// The shape that OWASP's testing guide describes, and the cap of NIST SP 800-63B 5.2.2 [V].
    package init(free: Int = 5, longest: Int64 = 15 * 60, cap: Int = 100) {
        self.free = free
        self.longest = longest
        self.cap = cap
    }

    /// Seconds to wait after so many failures in a row: 0, then 1 doubling to the longest, then a day.
    package func wait(after failures: Int, capped: Bool) -> Int64 {
        if failures < free { return 0 }
        if capped, failures >= cap { return ThrottleRule.day }
        let doublings = failures - free
        return doublings >= 40 ? longest : min(1 << Int64(doublings), longest)
    }
}
