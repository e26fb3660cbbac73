import CivilDate

extension SiteClock {
    /// The instant at which clocks at the site show a time of a day. A time that a change of the clocks leaves out, or
    /// that comes twice, is no time to ask for: it gives one of the two instants beside it.
    /// - Parameter second: seconds since midnight as clocks show them, 0 to 86,399.
    package func instant(of day: CivilDate, second: Int) -> Instant {
        let shown = Int64(day.dayNumber) * 86_400 + Int64(second)
        let guess = shown - offset(at: shown)
        return Instant(microseconds: (shown - offset(at: guess)) * 1_000_000)
    }
}
