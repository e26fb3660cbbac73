/// How often a family is met.
public enum ContactIntensity {
    /// The least number of contacts in seven days.
    public static func parameter(least standard: Int, within bounds: ClosedRange<Int>, source: String) -> Parameter {
        Parameter(
            .contactsLeast, "Contact: a week at least", unit: .contactsPerWeek, standard: .whole(standard),
            bounds: .whole(bounds), source: source
        )
    }

    /// The days over which contacts are counted: a week.
    static let days = 7
}

extension ParameterKey {
    /// The least number of contacts in seven days.
    public static let contactsLeast: ParameterKey = "contacts-least"
}
