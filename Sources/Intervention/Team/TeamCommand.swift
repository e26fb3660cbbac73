/// What can be asked of a team's own stream.
public enum TeamCommand: Hashable, Sendable {
    /// A team starts its work under a model. The first event of every team.
    case open(TeamOpening)
    /// The weekly supervision was held.
    case holdSupervision(TeamSession)
    /// The weekly consultation with the expert was held.
    case holdConsultation(TeamSession)
    /// The quarterly booster was held.
    case holdBooster(TeamSession)
    /// A member of staff completed a training on the day.
    case completeTraining(Training)
    /// The on-call rota is set from its first day on.
    case setRota(Rota)
    /// A measure of staff was returned.
    case returnMeasure(MeasureReturn)
    /// The programme reached a stage of its development.
    case reachStage(SiteStage)
    /// The licence is granted.
    case grantLicence(LicenceTerm)
    /// The licence is renewed for a further term.
    case renewLicence(LicenceTerm)
    /// A partner agency was briefed.
    case brief(Briefing)
}

/// The beginning of a team.
public struct TeamOpening: Hashable, Sendable {
    /// The site's code of the team.
    public var code: TeamCode
    /// The model that the team is licensed for.
    public var model: ModelID

    /// A team that starts.
    public init(code: TeamCode, model: ModelID) {
        self.code = code
        self.model = model
    }
}
