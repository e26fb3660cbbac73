import CivilDate

extension SiteClock {
    /// The time that clocks at the site show at an instant, to the minute.
    package func time(of instant: Instant) -> LocalTime {
        let shown = instant.microseconds.flooredSeconds + offset(at: instant.microseconds.flooredSeconds)
        let second = shown - Int64(day(of: instant).dayNumber) * 86_400
        return LocalTime(second: Int(second))
    }
}

extension Int64 {
    /// Whole seconds of so many microseconds, rounded down.
    fileprivate var flooredSeconds: Int64 { self >= 0 ? self / 1_000_000 : -((-self + 999_999) / 1_000_000) }
}
