import Intervention

/// The definitions of instruments that a site has: of each instrument one in force, and all that interviews were ever
/// scored by.
package struct InstrumentEditions: Sendable {
    private var inForce: [InstrumentID: InstrumentDefinition]
    private let all: [InstrumentDefinition]

    /// The editions of a site; of each instrument the last in the list is in force.
    package init(_ definitions: [InstrumentDefinition] = []) {
        all = definitions
        inForce = Dictionary(definitions.map { ($0.id, $0) }) { _, last in last }
    }

    /// The definition in force; nil when the site has none.
    package subscript(instrument: InstrumentID) -> InstrumentDefinition? { inForce[instrument] }

    /// The definitions of an instrument that were in force before, the latest first.
    package func former(_ instrument: InstrumentID) -> [InstrumentDefinition] {
        all.filter { $0.id == instrument }.dropLast().reversed()
    }

    /// The same editions, but an instrument is scored as it once was.
    /// - Throws: `Refusal.unknownDefinition` when the definition is not there any more.
    func scoring(_ instrument: InstrumentID, by basis: ScoringBasis) throws(Refusal) -> InstrumentEditions {
        var editions = self
        switch basis {
        case .instrument: editions.inForce[instrument] = nil
        case .definition(let version):
            guard let edition = all.last(where: { $0.id == instrument && $0.version == version }) else {
                throw .unknownDefinition(instrument, version)
            }
            editions.inForce[instrument] = edition
        }
        return editions
    }
}

/// What the items of an interview were scored by.
package enum ScoringBasis: Hashable, Sendable {
    /// The model's instrument alone: the site had no definition, and all items counted alike.
    case instrument
    /// The definition of this version.
    case definition(InstrumentVersion)
}
