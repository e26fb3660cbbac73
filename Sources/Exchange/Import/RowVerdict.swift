import Intervention

/// What came of looking at one row.
struct RowVerdict {
    /// What is to be done; nil when the row has a problem.
    var decision: RowDecision?
    /// Why the row cannot go in.
    var problems: [ImportProblem] = []
    /// What is worth a look.
    var advisories: [ImportAdvisory] = []

    /// Notes what a model has to say.
    mutating func take(_ advice: [Advisory], at place: ImportPlace) {
        advisories += advice.map { ImportAdvisory($0, at: place) }
    }
}
