/// The Strengths and Difficulties Questionnaire, by the numbers of its items: scores and bands.
///
/// The questionnaire is copyright. Its wording is not here, and a form on a screen needs its owner's authorisation, which a
/// site shows by loading a definition with the words (``InstrumentDefinition/isShowable``).
public enum SDQ {
    /// Who filled it in.
    public enum Respondent: String, CaseIterable, Hashable, Sendable {
        case parent
        case teacher
        case young
    }

    /// Scores of one form.
    public struct Scores: Hashable, Sendable {
        /// The figures: five scales, the total of difficulties, externalising and internalising.
        public let figures: InstrumentFigures
        /// The bands of the five scales and of the total, where there is a score.
        public let bands: [SectionKey: Band]
    }

    /// Where a score lies among those of other young people.
    public enum Band: String, CaseIterable, Hashable, Sendable {
        case closeToAverage = "close-to-average"
        /// For kindness and helpfulness: slightly lowered.
        case slightlyRaised = "slightly-raised"
        /// For kindness and helpfulness: low.
        case high
        /// For kindness and helpfulness: very low.
        case veryHigh = "very-high"
    }

    /// Scores a form.
    /// - Parameter answers: `0`, `1` or `2` as printed, by the number of the item; one that is missing was not answered.
    /// - Throws: ``AnswerRefusal`` for an answer that the questionnaire does not have. An item that it does not have is
    ///   passed over.
    public static func scores(
        of answers: [ItemKey: AnswerCode], from respondent: Respondent
    ) throws(AnswerRefusal) -> Scores {
        let figures = try definition.figures(of: definition.items.map { answers[$0.key] })
        return Scores(figures: figures, bands: bands(of: figures, from: respondent))
    }

    /// The bands of the five scales and of the total, where there is a score.
    public static func bands(of figures: InstrumentFigures, from respondent: Respondent) -> [SectionKey: Band] {
        var bands: [SectionKey: Band] = [:]
        for (key, cutoffs) in cutoffs(for: respondent) {
            if let points = figures.points(key) { bands[key] = cutoffs.band(of: points) }
        }
        return bands
    }
}

extension SDQ {
    /// Where one band ends and the next begins.
    struct Cutoffs: Hashable, Sendable {
        /// The last score of each band but the last, from ``Band/closeToAverage`` on.
        let ends: [Int]
        /// Whether lower scores are worse, as for kindness and helpfulness.
        let isDescending: Bool

        func band(of points: Points) -> Band {
            let passed = ends.count { isDescending ? points.number < $0 : points.number > $0 }
            return Band.allCases[passed]
        }
    }
}

extension SectionKey {
    /// SDQ: emotional problems.
    public static let sdqEmotional: SectionKey = "emotional"
    /// SDQ: conduct problems.
    public static let sdqConduct: SectionKey = "conduct"
    /// SDQ: hyperactivity.
    public static let sdqHyperactivity: SectionKey = "hyperactivity"
    /// SDQ: problems with peers.
    public static let sdqPeer: SectionKey = "peer"
    /// SDQ: kindness and helpfulness.
    public static let sdqProsocial: SectionKey = "prosocial"
    /// SDQ: all difficulties, 0 to 40.
    public static let sdqTotal: SectionKey = "total"
    /// SDQ: conduct and hyperactivity, 0 to 20.
    public static let sdqExternalising: SectionKey = "externalising"
    /// SDQ: emotional and peer, 0 to 20.
    public static let sdqInternalising: SectionKey = "internalising"
}
