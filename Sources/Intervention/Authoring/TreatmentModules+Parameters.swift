/// What every model with gates needs.
public enum TreatmentModules {
    /// The days within which a supervisor signs.
    public static let parameters: [Parameter] = [
        .days(
            .countersignWithin, "Gates: supervisor signs within", 7, within: 1...14,
            source:
                "uk.md 1.4: reason and supervisor's countersignature; by the next weekly supervision, and bounds [I]"
        )
    ]
}

extension ParameterKey {
    /// Days within which a supervisor signs under a module that began although a soft gate was not met.
    public static let countersignWithin: ParameterKey = "countersign-within"
}
