import CivilDate
import EpisodeEngine
import Intervention

/// Something of a stream that a row of a list would tell.
struct ListItem<Row: ListRow, Stream: EventStream> {
    /// An event that stands, as what was asked for.
    struct Standing {
        let seq: StreamSeq
        let on: CivilDate
        let command: Stream.Command

        /// The event as a command that stands.
        init(_ recorded: Recorded<Stream.Event>, _ command: Stream.Command) {
            seq = recorded.seq
            on = recorded.occurredOn
            self.command = command
        }
    }

    /// Which of its owner's rows would tell it.
    let identity: Row.Identity
    /// What happened or began.
    let start: Standing
    /// What ended it; nil while it lasts, or when it is of one day.
    var end: Standing?
    /// What the row would tell; the columns that a row is found again by are left out.
    var told: RowCells<Row.Column>

    /// What takes it out of the stream.
    var withdrawals: [StreamSeq] { [start.seq] + (end.map { [$0.seq] } ?? []) }
}
