import Intervention

extension Refusal {
    /// The refusal as a problem of the row that asked for it.
    /// - Parameter changed: the columns that the row changed, when it changed an episode on record.
    func problem(at place: ImportPlace, changed: Set<RegisterColumn>) -> ImportProblem {
        if case .modelChanged = self {
            return ImportProblem(
                .modelChanged, at: place, column: RegisterColumn.model.rawValue,
                "the model of an episode that has started cannot change; close it and refer the family again"
            )
        }
        let column = column ?? changed.min()
        return ImportProblem(.refused, at: place, column: column?.rawValue, "\(description) (\(code))")
    }

    /// The column that the refusal is about, as far as it says.
    private var column: RegisterColumn? {
        switch self {
        case .illegalStep(let kind, _):
            switch kind {
            case .accept, .decline: .decision
            case .start, .advance: .firstSessionOn
            case .close: .closedOn
            }
        case .alreadyDecided: .decision
        case .unknownClosureReason: .closureReason
        case .unknownOutcome(.atHome): .atHome
        case .unknownOutcome(.inSchoolOrWork): .inSchoolOrWork
        case .unknownOutcome(.noNewArrests): .noNewArrests
        case .beforeBeginning: .referredOn
        default: nil
        }
    }
}
