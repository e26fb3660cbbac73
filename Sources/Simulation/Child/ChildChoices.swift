import Intervention

/// What there is to choose from in a child's life, and how often each is chosen. All of it is assumed.
enum ChildChoices {
    static let away = Weights<PlacementSetting>(
        (.foster, 40), (.childrensHome, 30), (.kin, 14), (.residentialSchool, 5), (.supportedAccommodation, 4),
        (.secureHome, 4), (.youngOffenderInstitution, 3)
    )
    static let placed = Weights<PlacementSetting>(
        (.childrensHome, 34), (.foster, 28), (.youngOffenderInstitution, 14), (.secureHome, 10), (.kin, 8),
        (.supportedAccommodation, 4), (.hospital, 2)
    )
    static let schoolBefore = Weights<SchoolStatus>(
        (.attending, 40), (.enrolledNotAttending, 24), (.alternativeProvision, 13), (.suspended, 6), (.excluded, 6),
        (.none, 6), (.training, 2), (.homeEducated, 2), (.unknown, 1)
    )
    static let schoolYes = Weights<SchoolStatus>(
        (.attending, 72), (.alternativeProvision, 15), (.training, 8), (.working, 3), (.homeEducated, 2)
    )
    static let schoolNo = Weights<SchoolStatus>(
        (.enrolledNotAttending, 56), (.none, 24), (.excluded, 12), (.suspended, 8)
    )
    static let offences = Weights<OffenceKind>(
        (.violence, 34), (.criminalDamage, 17), (.theft, 14), (.publicOrder, 12), (.drugs, 8), (.weapons, 5),
        (.robbery, 4), (.motoring, 3), (.breach, 2), (.other, 1)
    )
}
