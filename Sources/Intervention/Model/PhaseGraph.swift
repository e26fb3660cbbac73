/// The phases of a model and every legal step between them. A step that is not here is refused.
///
/// Four phases are the same in every model: `referred`, `accepted`, `declined` and `closed` bracket
/// the phases of treatment, which are the model's own.
public struct PhaseGraph: Hashable, Sendable {
    /// All phases, the four common ones among them.
    public var phases: [Phase]
    /// All legal steps.
    public var steps: [PhaseStep]

    /// A graph as it is given, for models that need other steps than the usual ones.
    public init(phases: [Phase], steps: [PhaseStep]) {
        self.phases = phases
        self.steps = steps
    }

    /// The usual graph around a model's phases of treatment: referred, accepted or declined; treatment begins in the
    /// first of the phases; the episode can be closed once accepted and from every phase of treatment.
    /// - Parameters:
    ///   - treatment: at least one phase, the first of which treatment begins in.
    ///   - advances: the legal steps between them.
    public init(treatment: [Phase], advances: [PhaseStep] = []) {
        phases = [.referred, .accepted] + treatment + [.declined, .closed]
        var steps = [
            PhaseStep(from: .referred, to: .accepted, by: .accept),
            PhaseStep(from: .referred, to: .declined, by: .decline),
            PhaseStep(from: .accepted, to: .closed, by: .close),
        ]
        if let first = treatment.first { steps.append(PhaseStep(from: .accepted, to: first.id, by: .start)) }
        steps += advances
        steps += treatment.map { PhaseStep(from: $0.id, to: .closed, by: .close) }
        self.steps = steps
    }

    /// The phase of that id, or nil.
    public func phase(_ id: PhaseID) -> Phase? { phases.first { $0.id == id } }

    /// Where a step of that kind leads from a phase, or nil when there is none. Not for `advance`, which may lead to
    /// several.
    public func target(from phase: PhaseID, by kind: PhaseStep.Kind) -> PhaseID? {
        steps.first { $0.from == phase && $0.kind == kind }?.to
    }

    /// Whether the step is legal.
    public func allows(from phase: PhaseID, to next: PhaseID, by kind: PhaseStep.Kind) -> Bool {
        steps.contains(PhaseStep(from: phase, to: next, by: kind))
    }
}

/// A phase of an episode.
public struct Phase: Hashable, Sendable {
    /// What an episode in the phase is doing.
    public enum Kind: String, Hashable, Sendable {
        /// Before treatment: somebody owes a decision or a first session.
        case waiting
        /// Treatment.
        case treatment
        /// Nothing more happens but follow-up.
        case ended
    }

    /// The id.
    public var id: PhaseID
    /// The name that people use.
    public var title: String
    /// What an episode in the phase is doing.
    public var kind: Kind
    /// The parameters that say how long it is planned to last; nil when nothing is planned.
    public var planned: PlannedDuration?
    /// Where the child lives while it lasts; nil when the phase does not say.
    public var setting: PhaseSetting?

    /// A phase.
    public init(
        _ id: PhaseID, _ title: String, kind: Kind, planned: PlannedDuration? = nil, setting: PhaseSetting? = nil
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.planned = planned
        self.setting = setting
    }

    /// Referred and not yet decided.
    public static let referred = Phase(.referred, "Referred", kind: .waiting)
    /// Accepted, first session to come.
    public static let accepted = Phase(.accepted, "Accepted", kind: .waiting)
    /// Declined.
    public static let declined = Phase(.declined, "Declined", kind: .ended)
    /// Closed.
    public static let closed = Phase(.closed, "Closed", kind: .ended)
}

/// Where a child lives while a phase lasts.
public enum PhaseSetting: String, CaseIterable, Hashable, Sendable {
    /// At home.
    case home
    /// Away from home, in care or custody.
    case away
    /// Between the two: visits home while still placed.
    case between
}

/// Which parameters say how long a phase is planned to last.
public struct PlannedDuration: Hashable, Sendable {
    /// The parameter for the shortest time, in the parameter's unit.
    public var least: ParameterKey
    /// The parameter for the longest time, in the parameter's unit.
    public var most: ParameterKey

    /// A planned duration.
    public init(least: ParameterKey, most: ParameterKey) {
        self.least = least
        self.most = most
    }
}

/// A legal step from one phase to another.
public struct PhaseStep: Hashable, Sendable {
    /// What makes the step.
    public enum Kind: String, Hashable, Sendable {
        case accept
        case decline
        case start
        case advance
        case close
    }

    /// The phase that is left.
    public var from: PhaseID
    /// The phase that is entered.
    public var to: PhaseID
    /// What makes the step.
    public var kind: Kind

    /// A legal step.
    public init(from: PhaseID, to: PhaseID, by kind: Kind) {
        self.from = from
        self.to = to
        self.kind = kind
    }
}

extension PhaseID {
    /// Referred and not yet decided; common to all models.
    public static let referred: PhaseID = "referred"
    /// Accepted, first session to come; common to all models.
    public static let accepted: PhaseID = "accepted"
    /// Declined; common to all models.
    public static let declined: PhaseID = "declined"
    /// Closed; common to all models.
    public static let closed: PhaseID = "closed"
}
