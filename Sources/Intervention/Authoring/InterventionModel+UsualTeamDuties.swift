import CivilDate

extension InterventionModel {
    /// What every MST team owes.
    public func usualObligations(
        of team: TeamSituation, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        []
    }

    /// What every MST model would have somebody look at in a team.
    public func usualAlerts(for team: TeamSituation, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        []
    }
}
