import Intervention

extension RetentionPolicy {
    /// What a site may set of how long it keeps records, each with its bounds and source.
    package static let parameters: [Parameter] = RetentionRule.allCases.map { parameter(of: $0) }

    /// The parameter of a rule.
    static func parameter(of rule: RetentionRule) -> Parameter {
        switch rule {
        case .lookedAfter:
            years(
                "looked-after-birthday", "Birthday to which the record of a looked-after child is kept", 75, 75...100,
                "Care Planning Regulations 2010, r. 50; uk.md 7 [V T3]; more is the site's choice [I]")
        case .lookedAfterDied:
            years(
                "looked-after-death-years", "Years after the death of a looked-after child who died before 18", 15,
                15...100,
                "Care Planning Regulations 2010, r. 50; uk.md 7 [V T3]; more is the site's choice [I]")
        case .childProtection:
            years(
                "child-protection-years", "Years after the end, where there was a child protection plan", 35, 25...100,
                "schedules of two councils; uk.md 7 [V T5, T6]; bounds [I]")
        case .childInNeed:
            years(
                "child-in-need-birthday", "Birthday to which the record of a child in need is kept", 30, 21...100,
                "30 in one council, 18 and three years in another; uk.md 7 [V T5, T7]; bounds [I]")
        case .childHealth:
            years(
                "child-health-birthday",
                "Birthday to which the health record of a child is kept, one more if treatment ended at 17", 25,
                25...100, "NHS records management code; uk.md 7 [V T8]; more is the site's choice [I]")
        case .mentalHealth:
            years(
                "mental-health-years", "Years after the end of a mental-health record", 20, 20...100,
                "NHS records management code; uk.md 7 [V T8]; more is the site's choice [I]")
        case .mentalHealthDied:
            years(
                "mental-health-death-years",
                "Years after the death of whoever a mental-health record is about, if that is sooner", 10, 10...100,
                "NHS records management code; uk.md 7 [V T8]; that the sooner counts, and more, is our choice [I]")
        case .everyRecord:
            years(
                "every-record-years",
                "Years after the end of every record: what is not known to be without a plan is kept as with one", 35,
                3...100, "as after a child protection plan; uk.md 7 [V T5]; bounds [I]")
        }
    }

    private static func years(
        _ key: ParameterKey, _ title: String, _ standard: Int, _ bounds: ClosedRange<Int>, _ source: String
    ) -> Parameter {
        Parameter(
            key, title, unit: .years, standard: .whole(standard), bounds: .whole(bounds), source: source)
    }
}
