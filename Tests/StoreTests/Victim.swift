import EpisodeEngine
import Intervention
import Postgres

/// An event that is about to be tampered with.
struct Victim: Sendable {
    let stream: StreamName
    let id: UUIDBytes
    let seq: Int64
    let payload: String
    let kind: String
    /// How many events its stream has.
    let length: Int64

    init(_ row: Row) throws {
        let (stream, id, seq, payload, kind, length) = try row.decode(
            String.self, UUIDBytes.self, Int64.self, String.self, String.self, Int64.self
        )
        guard let name = StreamName(rawValue: stream) else { throw PostgresMistake.unknownStream }
        (self.stream, self.id, self.seq, self.payload, self.kind, self.length) = (name, id, seq, payload, kind, length)
    }

    enum PostgresMistake: Error {
        case unknownStream
    }
}
