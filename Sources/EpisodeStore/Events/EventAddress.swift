import EpisodeEngine
import Intervention
import Postgres

/// Where an event stands in the record: site, stream, the stream's id, place in it.
package struct EventAddress: Hashable, Sendable {
    /// The site.
    package let site: SiteID
    /// The kind of stream.
    package let stream: StreamName
    /// The stream's id.
    package let id: UUIDBytes
    /// The place in the stream, from 1.
    package let seq: StreamSeq

    /// The address of an event.
    package init(site: SiteID, stream: StreamName, id: UUIDBytes, seq: StreamSeq) {
        self.site = site
        self.stream = stream
        self.id = id
        self.seq = seq
    }
}

extension EventAddress: Comparable {
    /// The order in which the record is walked: by stream, then by id, then by place.
    package static func < (lhs: EventAddress, rhs: EventAddress) -> Bool {
        let left = (lhs.site.number, lhs.stream.rawValue, lhs.id.high, lhs.id.low, lhs.seq)
        let right = (rhs.site.number, rhs.stream.rawValue, rhs.id.high, rhs.id.low, rhs.seq)
        return left < right
    }
}

extension EventAddress: CustomStringConvertible {
    /// `site/stream/id/seq`, the site by its number.
    package var description: String { "\(site.number)/\(stream.rawValue)/\(id)/\(seq.number)" }
}
