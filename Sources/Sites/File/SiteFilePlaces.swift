import Intervention
import YAMLFile

/// Where names stand in a site file that can only be judged when all of it was read.
struct SiteFilePlaces {
    /// A setting that is right by itself.
    struct Setting {
        let setting: SiteSetting
        let model: YAMLPlace
        let value: YAMLPlace
        let from: YAMLPlace
        /// Why only an earlier version of the model allows it; nil when the newest does.
        let flaw: SettingFlaw?
    }

    /// The models of teams.
    var teams: [(model: ModelID, place: YAMLPlace)] = []
    /// The models that the licence names.
    var licensed: [(model: ModelID, place: YAMLPlace)] = []
    /// The settings.
    var settings: [Setting] = []
}
