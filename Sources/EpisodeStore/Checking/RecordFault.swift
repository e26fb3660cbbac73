import EpisodeEngine

/// Something in the record that is not as the store wrote it.
package struct RecordFault: Hashable, Sendable {
    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        /// The row has a value that no event has.
        case unreadableRow
        /// The payload is not one of the event's form.
        case payload(PayloadFault)
        /// The event is not what its hash was made of.
        case hash
        /// The event does not follow on the one before it.
        case chain
        /// The event is missing: its place is empty, or the stream's head is further on.
        case missing
        /// The event lies behind the stream's head.
        case behindHead
        /// The stream has no head.
        case noHead
        /// The head of the stream is not its last event.
        case head
        /// The stamp lies before that of the event before it.
        case stamp
        /// The rows that were made from the stream are not what its events say.
        case projection(ProjectionTable)
        /// There is a stub of the stream, and yet events, or a head.
        case disposedOf
        /// There is a stub of the stream that no second person approved.
        case unapprovedStub
        /// There are rows of a stream that is not on record.
        case orphan(ProjectionTable)
    }

    /// Where: the first bad event of its stream, or the stream's last event when the events are good and what was made
    /// from them is not. Nil for rows that belong to no stream.
    package let address: EventAddress?
    /// What.
    package let kind: Kind
}

extension RecordFault: CustomStringConvertible {
    /// One line.
    package var description: String {
        let place = address?.description ?? "?"
        return switch kind {
        case .unreadableRow: "\(place): the row holds a value that no event has"
        case .payload(let fault): "\(place): \(fault)"
        case .hash: "\(place): the event was changed after it was recorded"
        case .chain: "\(place): the event does not follow on the one before it"
        case .missing: "\(place): the event is missing"
        case .behindHead: "\(place): the event was not recorded by this programme"
        case .noHead: "\(place): the stream has no head"
        case .head: "\(place): the head of the stream is not its last event"
        case .stamp: "\(place): the event was recorded before the one before it"
        case .projection(let table): "\(place): \(table.rawValue) is not what the events say; run homeward rebuild"
        case .disposedOf: "\(place): the stream was disposed of, and is there again"
        case .unapprovedStub: "\(place): the stub of a disposal that was not approved by a second person"
        case .orphan(let table): "\(place): \(table.rawValue) has rows of nothing on record; run homeward rebuild"
        }
    }
}
