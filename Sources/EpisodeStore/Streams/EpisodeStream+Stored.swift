import EpisodeEngine
import Intervention

extension EpisodeStream: StoredStream {
    package typealias Owner = Subject.Episode
    package typealias Trail = EpisodeTrail
    package typealias Projection = EpisodeProjection

    package static func envelope(of rules: Rulebook) -> ModelEnvelope? {
        ModelEnvelope(model: rules.modelID, version: rules.modelVersion, settings: rules.settings.version)
    }

    package static func shelf(of batch: RecordBatch) -> BatchShelf<EpisodeStream> { batch.episodes }

    package static func withShelf<Result, Failure: Error>(
        of batch: inout RecordBatch, _ body: (inout BatchShelf<EpisodeStream>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(&batch.episodes)
    }
}
