import Intervention

/// What a check of a site's record found.
package struct CheckReport: Hashable, Sendable {
    /// The site.
    package let site: SiteID
    /// How many events were read.
    package private(set) var events = 0
    /// How many streams were read.
    package private(set) var streams = 0
    /// How many streams were disposed of: of each a stub is there, and nothing else.
    package internal(set) var stubs = 0
    /// How many faults there are, at most one a stream.
    package private(set) var faultCount = 0
    /// The first faults in the order of the record, at most ``listed``.
    package private(set) var faults: [RecordFault] = []

    /// How many faults are listed.
    package static let listed = 1000

    init(site: SiteID) {
        self.site = site
    }

    /// Whether all is as it was written.
    package var isSound: Bool { faultCount == 0 }

    /// Where the first fault is; nil when there is none, or none that belongs to a stream.
    package var firstBad: EventAddress? { faults.compactMap(\.address).min() }

    mutating func count(events: Int, streams: Int) {
        self.events += events
        self.streams += streams
    }

    mutating func note(_ fault: RecordFault) {
        faultCount += 1
        guard faults.count < CheckReport.listed else { return }
        let place = faults.firstIndex { CheckReport.precedes(fault, $0) } ?? faults.endIndex
        faults.insert(fault, at: place)
    }

    private static func precedes(_ one: RecordFault, _ other: RecordFault) -> Bool {
        guard let address = one.address else { return false }
        return other.address.map { address < $0 } ?? true
    }
}
