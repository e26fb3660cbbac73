import EpisodeEngine
import EpisodeStore
import Intervention

/// What is to be done about one row that may go in.
struct RowDecision {
    /// What the row asks of the record.
    enum Action {
        /// Nothing: the record says what the row says, or what was entered since.
        case nothing
        /// An episode that is not on record.
        case add([Decision<EpisodeEvent>], under: ModelEnvelope)
        /// Corrections and further events of an episode on record.
        case change(StreamState<EpisodeStream>, [Decision<EpisodeEvent>], under: ModelEnvelope)
    }

    /// The row as the record shall have it.
    let target: RegisterRow
    /// The child that the episode shall belong to.
    let child: ChildID
    /// The row as the record has it; nil when it has none.
    let record: RegisterRow?
    /// The child that the record has the episode of; nil when it has none.
    let formerChild: ChildID?
    /// The values to be kept as imported; nil when they are kept already.
    let values: RegisterCells?
    /// What the row asks of the record.
    let action: Action
}
