import EpisodeEngine
import Intervention

extension ChildStream: StoredStream {
    package typealias Owner = Subject.Child
    package typealias Trail = ChildTrail
    package typealias Projection = ChildProjection

    package static func envelope(of rules: NoRules) -> ModelEnvelope? { nil }

    package static func shelf(of batch: RecordBatch) -> BatchShelf<ChildStream> { batch.children }

    package static func withShelf<Result, Failure: Error>(
        of batch: inout RecordBatch, _ body: (inout BatchShelf<ChildStream>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(&batch.children)
    }
}
