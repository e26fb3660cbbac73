/// What the measures share by which staff rate a colleague: how many raters a figure needs.
public enum StaffMeasures {
    /// The parameters that every such measure depends on.
    public static let parameters: [Parameter] = [
        .raters(
            .ratersLeast, "Measures of staff: least raters for a figure", fewestRaters,
            within: fewestRaters...10,
            source: "clinical.md 5.2: below three raters nothing is shown, to protect anonymity [I]; bounds [I]"
        )
    ]

    /// Below this no site may go (`clinical.md` 5.2 [I]).
    public static let fewestRaters = 3

    /// A mean nearer to an end of the scale than this is given as the end of a range: at the very end each rater's value
    /// would be known, for all are the same [I].
    static let margin = AdherenceScore.whole / 20

    /// Means are given in steps of this, so that they say little about one rater [I].
    static let step = AdherenceScore.whole / 100
}

extension ParameterKey {
    /// The least number of raters of a measure of staff for a figure.
    public static let ratersLeast: ParameterKey = "raters-least"
}
