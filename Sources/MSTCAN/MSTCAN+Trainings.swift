import Intervention

extension MSTCAN {
    /// What staff learn before they work with the families of the model (`uk.md` 1.3).
    static let courses: [TrainingRequirement] =
        TeamDuties.trainings() + [
            TrainingRequirement(
                "mst-can", "MST-CAN, 4 days", of: clinicians, by: .firstCase,
                source:
                    "uk.md 1.3: four days, two of them on adult substance misuse, mstcan.com [V]; before the first family [I]"
            ),
            TrainingRequirement(
                .trauma, "Trauma treatment for adults and children, 4 days", of: clinicians, by: .firstCase,
                source: "uk.md 1.3: four days, mstcan.com [V]; before the first family [I]"
            ),
        ]

    private static let clinicians: Set<StaffRole> = [.therapist, .supervisor, .crisisCaseworker]
}
