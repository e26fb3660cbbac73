/// Who agreed to what: carer, young person, and the sharing of information, each for itself (`uk.md` 4).
public enum Consents {
    /// The fact that somebody was asked.
    public static let facts: [FactDefinition] = [
        FactDefinition(
            .consent, "Consent", about: [.family, .index, .carer], .interval,
            fields: [
                FactField(.of, "Of what", .choice([.carerConsent, .youthAssent, .informationSharing])),
                FactField(.answer, "Answer", .answer),
            ], source: "uk.md 4: recorded separately, after NE Wales and Manchester, mstuk.org and local pages [V]"
        )
    ]

    /// The rule of a site.
    public static let parameters: [Parameter] = [
        .choice(
            .consentRule, "Consent that treatment needs", oneCarer, of: [oneCarer, carersAndChild],
            source:
                "uk.md 4: one willing adult in NE Wales [V]; youth and family in Manchester [V]; a site's own choice [I]"
        )
    ]

    /// What is missing under a rule.
    static func needed(under rule: String) -> [ChoiceCode] {
        rule == carersAndChild ? [.carerConsent, .youthAssent] : [.carerConsent]
    }

    private static let oneCarer = "one-carer"
    private static let carersAndChild = "carers-and-child"
}

extension FactKind {
    /// That somebody was asked for consent, and what the answer was.
    public static let consent: FactKind = "consent"
}

extension FieldKey {
    /// What is consented to.
    public static let of: FieldKey = "of"
    /// Yes, no or unknown.
    public static let answer: FieldKey = "answer"
}

extension ChoiceCode {
    /// A carer agrees to treatment.
    public static let carerConsent: ChoiceCode = "carer-consent"
    /// The young person agrees to treatment.
    public static let youthAssent: ChoiceCode = "youth-assent"
    /// Information may be shared with the services around the family.
    public static let informationSharing: ChoiceCode = "information-sharing"
    /// Yes, of a field that takes yes, no or unknown.
    public static let yes: ChoiceCode = "yes"
    /// No, of a field that takes yes, no or unknown.
    public static let no: ChoiceCode = "no"

    /// The word of a closed list of the common vocabulary.
    public init<Word: RawRepresentable>(_ word: Word) where Word.RawValue == String {
        self.init(unchecked: word.rawValue)
    }
}

extension ParameterKey {
    /// Whose consent treatment needs.
    public static let consentRule: ParameterKey = "consent-rule"
}
