/// An adherence interview, held or attempted.
public struct Interview: Hashable, Sendable {
    /// What was answered: a score that the call centre computed, or the items.
    public enum Response: Hashable, Sendable {
        case score(AdherenceScore)
        case items([ItemScore])
    }

    /// How one item counts: 1, 0, or not answered.
    public enum ItemScore: Hashable, Sendable {
        case one
        case zero
        case notAnswered
    }

    /// Its id.
    public var id: InterviewID
    /// The instrument.
    public var instrument: InstrumentID
    /// What became of it.
    public var result: InterviewResult
    /// Who held it.
    public var collector: Collector
    /// Who answered; nil only when nobody did.
    public var respondent: Respondent?
    /// What was answered, exactly when it was completed.
    public var response: Response?

    /// An interview.
    public init(
        id: InterviewID, instrument: InstrumentID, result: InterviewResult, collector: Collector,
        respondent: Respondent?, response: Response?
    ) {
        self.id = id
        self.instrument = instrument
        self.result = result
        self.collector = collector
        self.respondent = respondent
        self.response = response
    }
}
