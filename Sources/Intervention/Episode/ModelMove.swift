/// An open episode moves to another version of its model, of the site's settings, or of both: previewed, with a reason.
public struct ModelMove: Hashable, Sendable {
    /// The reason in one word.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// A newer version of the model was licensed.
        case newModelVersion = "new-model-version"
        /// The site changed its settings.
        case newSettings = "new-settings"
        /// The episode began under the wrong version.
        case mistake
    }

    /// The version of the model.
    public var model: ModelVersion
    /// The version of the site's settings.
    public var settings: SettingsVersion
    /// The reason in one word.
    public var reason: Reason
    /// The reason in a sealed text; nil when the word is all there is to say.
    public var narrative: NarrativeReference?

    /// A move.
    public init(
        to model: ModelVersion, settings: SettingsVersion, because reason: Reason,
        narrative: NarrativeReference? = nil
    ) {
        self.model = model
        self.settings = settings
        self.reason = reason
        self.narrative = narrative
    }
}
