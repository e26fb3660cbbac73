import CivilDate

extension InterventionModel {
    /// What the model's own duties and modules owe. Nothing for a model that declares none.
    func declaredObligations(
        of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        let (duties, modules) = (duties, modules)
        guard !duties.isEmpty || !modules.isEmpty,
            let declared = DeclaredDuties(of: episode, under: trackers, with: settings, through: day)
        else { return [] }
        return duties.flatMap(declared.obligations(of:)) + declared.obligations(of: modules)
            + declared.countersignatures()
    }
}
