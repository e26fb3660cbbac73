import EpisodeEngine
import EpisodeStore
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

extension ImportProblem {
    /// A value that the file and the record changed differently.
    static func conflict(_ column: RegisterColumn, at place: ImportPlace) -> ImportProblem {
        ImportProblem(
            .conflict, at: place, column: column.rawValue,
            "this was changed here and differently in the record since the last import; put the right value into both"
        )
    }

    /// An episode that would run while another of the same child does.
    static func overlap(with other: FileLine?, at place: ImportPlace) -> ImportProblem {
        let which = other.map { "the one on line \($0)" } ?? "one on record"
        return ImportProblem(
            .episodesOverlap, at: place, column: RegisterColumn.childRef.rawValue,
            "the child's episode runs at the same time as \(which); mend the days, or the reference of the child"
        )
    }
}

extension RowVerdict {
    /// Notes what a model has to say.
    mutating func take(_ advice: [Advisory], at place: ImportPlace) {
        for one in advice {
            advisories.append(ImportAdvisory(.noticedByModel, at: place, one.sentence, detail: one.code))
        }
    }
}

extension Rulebook {
    /// What is written beside each event that is decided under these rules.
    var envelope: ModelEnvelope {
        ModelEnvelope(model: modelID, version: modelVersion, settings: settings.version)
    }
}

extension RegisterCells {
    /// These values, with the last import's for the columns that the file does not have.
    func filled(from base: RegisterCells?, outside columns: Set<RegisterColumn>) -> RegisterCells {
        guard let base else { return self }
        var filled = self
        for column in RegisterColumn.allCases where !columns.contains(column) { filled[column] = base[column] }
        return filled
    }
}
