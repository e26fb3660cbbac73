extension OutcomeDefinition {
    /// The six instrumental outcomes, judged at closing by therapist and supervisor (`clinical.md` 4.5): concepts in
    /// our own words, since the wording is licensed.
    public static let instrumental: [OutcomeDefinition] = [
        one(
            "carer_skills", "Carer has the skills",
            "The carer has the parenting skills to handle problems that may come."
        ),
        one(
            "family_relations", "Family relations improved",
            "The relations in the family that drove the problems have improved."
        ),
        one(
            "support_network", "Support around the family",
            "The family's own network of support has improved."
        ),
        one("school_success", "Succeeding in school or work", "The young person succeeds in school or work."),
        one(
            "prosocial_peers", "Prosocial peers",
            "The young person is with prosocial peers and activities, and little with problem peers.",
            evidence: "Public Safety Canada [V]"
        ),
        one(
            "changes_sustained", "Changes have lasted",
            "What changed in the young person and around has lasted for three to four weeks.",
            evidence: "three to four weeks, MST-EA [V~]; as the sixth [G]"
        ),
    ]

    private static func one(
        _ key: OutcomeKey, _ title: String, _ meaning: String, evidence: String = "New Mexico Success Story [V~]"
    ) -> OutcomeDefinition {
        OutcomeDefinition(
            key, title, meaning: meaning, base: .opportunity, role: .instrumental,
            source: "clinical.md 4.5: \(evidence); yes over answered, base [G]"
        )
    }
}
