import CivilDate

extension SiteClock {
    /// The instant at which clocks at the site show a time of a day. Of a time that comes twice it is the first; a time
    /// that a change of the clocks leaves out gives the instant at which it would have been, had they not changed.
    /// - Parameter second: seconds since midnight as clocks show them, 0 to 86,399.
    package func instant(of day: CivilDate, second: Int) -> Instant {
        let shown = Int64(day.dayNumber) * 86_400 + Int64(second)
        // Clocks change once within two days at most, so the offsets on either side are all that there can be.
        let before = shown - offset(at: shown - 86_400)
        let after = shown - offset(at: shown + 86_400)
        let seconds = [before, after].first { $0 + offset(at: $0) == shown } ?? before
        return Instant(microseconds: seconds * 1_000_000)
    }
}
