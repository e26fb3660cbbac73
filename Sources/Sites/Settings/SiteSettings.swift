import EpisodeEngine
import Intervention

/// The values that a site's models run on, by version of the site's configuration.
package enum SiteSettings {
    /// A model's settings as a version of the site's configuration has them.
    ///
    /// A site file of the present form sets none of a model's parameters, so every version gives the model's own
    /// standard values under its number.
    package static func settings(
        of model: any InterventionModel, version: SettingsVersion
    ) throws(SettingsFault) -> ModelSettings {
        try ModelSettings(of: model, version: version)
    }
}
