/// Something that is not as it was sealed.
package struct AuditFault: Hashable, Sendable {
    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        /// A look or an event was changed.
        case changed
        /// A look or an event is missing.
        case removed
        /// A look or an event stands among sealed ones that was not there when they were sealed.
        case inserted
        /// No copy of the seal is one that this home made: nothing is proved of what it covers.
        case unproved
        /// The seal in the database is missing or not the one that was made; the file has it.
        case seal
        /// The line of the file outside the database is not the seal that was made.
        case line
    }

    /// What.
    package let kind: Kind
    /// The seal that covers it.
    package let seal: Int64
    /// Where it shows first: the row itself, or the first that a seal covers.
    package let arrival: Arrival
}

/// What a check of the seals of a stream found.
package struct AuditReport: Hashable, Sendable {
    /// What was checked.
    package let stream: SealStream
    /// How many seals there are.
    package var seals = 0
    /// How many sealed looks and events were held against them.
    package var rows = 0
    /// How many sealed events were disposed of since, after two people approved it.
    package var disposed = 0
    /// How many looks and events arrived after the last seal.
    package var younger = 0
    /// How many seals the file outside the database does not have yet.
    package var unfiled = 0
    /// How many faults there are.
    package private(set) var faultCount = 0
    /// The lowest faults, at most ``listed``, by arrival.
    package private(set) var faults: [AuditFault] = []

    /// How many faults are listed.
    package static let listed = 100

    init(of stream: SealStream) {
        self.stream = stream
    }

    /// Whether all is as it was sealed.
    package var isWhole: Bool { faultCount == 0 }

    /// The lowest row that is not as it was sealed. Where rows and the seals over them were changed alike, it is the
    /// row.
    package var lowest: AuditFault? { faults.first }

    mutating func note(_ fault: AuditFault) {
        faultCount += 1
        let place = faults.firstIndex { AuditReport.precedes(fault, $0) } ?? faults.endIndex
        guard place < AuditReport.listed else { return }
        faults.insert(fault, at: place)
        if faults.count > AuditReport.listed { faults.removeLast() }
    }

    /// Rows come before copies of seals.
    private static func precedes(_ one: AuditFault, _ other: AuditFault) -> Bool {
        (one.isOfSeal ? 1 : 0, one.arrival, one.seal) < (other.isOfSeal ? 1 : 0, other.arrival, other.seal)
    }
}

extension AuditFault {
    /// Whether it is about a copy of a seal, and not about rows.
    package var isOfSeal: Bool { kind == .seal || kind == .line }
}

extension AuditFault: CustomStringConvertible {
    /// One line.
    package var description: String {
        switch kind {
        case .changed: "\(arrival): it was changed after it was sealed (seal \(seal))"
        case .removed: "\(arrival): it is missing (seal \(seal))"
        case .inserted: "\(arrival): it was put there after all around it was sealed (seal \(seal))"
        case .unproved: "\(arrival): nothing from here on is proved, seal \(seal) is not one that this home made"
        case .seal: "seal \(seal): the database does not have it as this home made it and keeps it in the file"
        case .line: "seal \(seal): its line in the file is not the one that this home wrote"
        }
    }
}
