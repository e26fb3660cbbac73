import EpisodeEngine
import Intervention

extension TeamStream: StoredStream {
    package typealias Owner = Subject.Team
    package typealias Trail = NoTrail<TeamEvent, TeamFacts>
    package typealias Projection = TeamProjection

    package static func envelope(of rules: NoRules) -> ModelEnvelope? { nil }

    package static func shelf(of batch: RecordBatch) -> BatchShelf<TeamStream> { batch.teams }

    package static func withShelf<Result, Failure: Error>(
        of batch: inout RecordBatch, _ body: (inout BatchShelf<TeamStream>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(&batch.teams)
    }
}
