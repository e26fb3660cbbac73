import CivilDate

extension InterventionModel {
    /// Adds what the model's own duties and modules owe. Nothing for a model that declares none.
    func addDeclaredObligations(
        of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate,
        to obligations: inout [Obligation]
    ) {
        let (duties, modules) = (duties, modules)
        guard !duties.isEmpty || !modules.isEmpty,
            let declared = DeclaredDuties(of: episode, under: trackers, with: settings, through: day)
        else { return }
        for duty in duties { obligations += declared.obligations(of: duty) }
        obligations += declared.obligations(of: modules)
        obligations += declared.countersignatures()
    }
}
