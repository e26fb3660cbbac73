import EpisodeEngine
import Intervention

/// A stream in a batch.
package struct BatchStream<Stream: StoredStream>: Hashable, Sendable {
    let place: Int
}

/// The streams of one kind in a batch.
package struct BatchShelf<Stream: StoredStream>: Sendable {
    private var slots: [Slot] = []
    private var places: [RecordID<Stream.Owner>: Int] = [:]
    private var touched: [Int] = []

    /// A stream, and what the tables hold of it while it has events that they do not have.
    struct Slot: Sendable {
        var state: StreamState<Stream>
        var written: Written?
    }

    /// What the tables hold of a stream.
    struct Written: Sendable {
        let chain: ChainHead
        /// Nil for a stream that they do not know.
        let projection: Stream.Projection?
    }

    subscript(stream: BatchStream<Stream>) -> Slot { slots[stream.place] }

    /// Puts a stream on the shelf.
    mutating func open(_ state: StreamState<Stream>) throws(StoreFault) -> BatchStream<Stream> {
        let place = slots.count
        guard places.updateValue(place, forKey: state.id) == nil else { throw StoreFault(.streamOpenedTwice) }
        slots.append(Slot(state: state))
        return BatchStream(place: place)
    }

    /// The stream of an id, when it is on the shelf.
    func stream(_ id: RecordID<Stream.Owner>) -> BatchStream<Stream>? {
        places[id].map(BatchStream.init(place:))
    }

    /// Lends a stream that is about to be appended to.
    mutating func touch(_ stream: BatchStream<Stream>, _ body: (inout StreamState<Stream>) -> Void) {
        if slots[stream.place].written == nil {
            let state = slots[stream.place].state
            slots[stream.place].written = Written(chain: state.chain, projection: state.projection())
            touched.append(stream.place)
        }
        body(&slots[stream.place].state)
    }

    /// Closes the appends, and lends every stream that was appended to.
    mutating func settle(_ body: (inout StreamState<Stream>, Written) throws(StoreFault) -> Void) throws(StoreFault) {
        for place in touched {
            slots[place].state.settle()
            guard let written = slots[place].written else { continue }
            try body(&slots[place].state, written)
        }
    }

    /// Says that the tables now hold what the streams say.
    mutating func markWritten() {
        for place in touched { slots[place].written = nil }
        touched.removeAll(keepingCapacity: true)
    }
}
