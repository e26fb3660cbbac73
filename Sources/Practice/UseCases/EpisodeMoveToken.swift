import CivilDate
import EpisodeStore
import Intervention

/// What the preview of a move was of, so that nothing else is made than what was shown: how far the episode's record
/// had come, the versions it would run under, and the day.
package struct EpisodeMoveToken: Hashable, Sendable {
    /// How many events the episode had.
    package let events: Int64
    /// The version of the model that was shown.
    package let model: ModelVersion
    /// The version of the settings that was shown.
    package let settings: SettingsVersion
    /// The day of the preview: values and obligations are those of a day.
    package let day: CivilDate

    init(events: Int64, to envelope: ModelEnvelope, on day: CivilDate) {
        self.events = events
        model = envelope.version
        settings = envelope.settings
        self.day = day
    }

    /// A token as it is written, `12.2.3.2026-03-01`; nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == Self.partCount, let events = Int64(parts[0]), let model = Int32(parts[1]),
            let settings = Int32(parts[2]), let day = CivilDate(iso: String(parts[3]))
        else { return nil }
        self.events = events
        self.model = ModelVersion(model)
        self.settings = SettingsVersion(settings)
        self.day = day
    }

    private static let partCount = 4
}

extension EpisodeMoveToken: CustomStringConvertible {
    /// The token as it is written.
    package var description: String { "\(events).\(model.number).\(settings.number).\(day)" }
}
