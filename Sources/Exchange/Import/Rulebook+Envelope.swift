import EpisodeEngine
import EpisodeStore
import Intervention

extension Rulebook {
    /// What is written beside each event that is decided under these rules.
    var envelope: ModelEnvelope {
        ModelEnvelope(model: modelID, version: modelVersion, settings: settings.version)
    }
}
