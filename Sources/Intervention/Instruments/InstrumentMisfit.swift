/// Why a definition cannot be used.
public enum InstrumentMisfit: Error, Hashable, Sendable {
    /// No model of the program and nothing else in it has such an instrument.
    case unknown(InstrumentID, known: [InstrumentID])
    /// The instrument is known to have another number of items.
    case wrongItems(InstrumentID, given: Int, wanted: Int)
    /// An adherence interview gives a share of counted answers, and nothing else.
    case notAShare(InstrumentID)
    /// The instrument's scoring is public and may not be altered.
    case otherScoring(InstrumentID)
    /// The version stands for other content already.
    case taken(InstrumentID, InstrumentVersion)
}

extension InstrumentMisfit: CustomStringConvertible {
    /// One sentence that says what would be right.
    public var description: String {
        switch self {
        case .unknown(let id, let known):
            "there is no instrument \(id); there are " + known.map(\.text).joined(separator: ", ")
        case .wrongItems(let id, let given, let wanted): "\(id) has \(wanted) items, and the file has \(given)"
        case .notAShare(let id): "\(id) is an adherence interview: write 'aggregate: share'"
        case .otherScoring(let id):
            "the scoring of \(id) is public and may not be altered: keep its items, sections, answers and what they count"
        case .taken(let id, let version):
            "\(id) version \(version.number) is loaded already with other content; a version never changes, so give this "
                + "one the next version"
        }
    }
}

extension InstrumentDefinition {
    /// Why this cannot be the definition of one of the instruments; nil when it can.
    /// - Parameters:
    ///   - instruments: those that models declare; the measures of staff and the SDQ are known without.
    ///   - builtIn: the definitions that come with the program.
    public func misfit(
        among instruments: [Instrument], builtIn: [InstrumentDefinition]
    ) -> InstrumentMisfit? {
        let own: [Instrument] = [.sdq(asking: []), .supervisorMeasure, .consultantMeasure]
        let known = instruments + own
        let same = known.filter { $0.id == id }
        if same.isEmpty { return .unknown(id, known: Set(known.map(\.id)).sorted()) }
        if let wanted = same.compactMap(\.scoring.items).first(where: { $0 != items.count }) {
            return .wrongItems(id, given: items.count, wanted: wanted)
        }
        if aggregate != .share, same.contains(where: { $0.measures == .adherence }) { return .notAShare(id) }
        if let standard = builtIn.first(where: { $0.id == id }), standard.withoutWords != withoutWords {
            return .otherScoring(id)
        }
        return nil
    }

    /// What is scored, and nothing that people read.
    private var withoutWords: InstrumentDefinition {
        var bare = self
        bare.version = InstrumentVersion(1)
        (bare.title, bare.licence, bare.source) = ("", "", "")
        bare.sections = sections.map { InstrumentDefinition.Section($0.key, "", least: $0.least) }
        for place in bare.items.indices {
            bare.items[place].wording = nil
            for option in bare.items[place].options.indices { bare.items[place].options[option].wording = nil }
        }
        return bare
    }
}
