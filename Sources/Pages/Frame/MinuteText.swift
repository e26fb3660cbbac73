import CivilDate

/// Instants as people read them.
package enum MinuteText {
    /// The day and the minute, in UTC: `2026-03-01 09:30 UTC`.
    package static func utc(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
