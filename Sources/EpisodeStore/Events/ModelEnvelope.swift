import Intervention

/// The model, its version and the version of the site's settings that something was decided under.
package struct ModelEnvelope: Hashable, Sendable {
    /// The model.
    package let model: ModelID
    /// Its version.
    package let version: ModelVersion
    /// The version of the site's settings.
    package let settings: SettingsVersion

    /// A model in a version with settings in a version.
    package init(model: ModelID, version: ModelVersion, settings: SettingsVersion) {
        self.model = model
        self.version = version
        self.settings = settings
    }
}
