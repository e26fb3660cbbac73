import CivilDate
import Intervention

/// Reads one row of a list of follow-ups.
struct FollowUpRowReader: RowReading {
    let site: ListSite
    let place: ImportPlace
    let cells: RowCells<FollowUpColumn>

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []

    init(site: ListSite, place: ImportPlace, cells: RowCells<FollowUpColumn>) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RowCells<FollowUpColumn>) -> FollowUpRow.Name? {
        guard let reference = cells[.episodeRef].flatMap({ EpisodeRef($0) }),
            let month = cells[.month].flatMap(FollowUpMonth.init(text:)),
            let day = cells[.heldOn].flatMap({ CivilDate(iso: $0) })
        else { return nil }
        return ListName(owner: .episode(reference), identity: FollowUpRow.Identity(month: month, heldOn: day))
    }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: FollowUpColumn, sentence: String) {
        (
            .duplicateRow, .heldOn,
            "the same episode, month and day stand on lines \(lines); a follow-up has one row"
        )
    }

    mutating func readCells() -> FollowUpRow? {
        let reference: EpisodeRef? = siteCode(.episodeRef)
        let month = month()
        let heldOn = day(.heldOn)
        let status: FollowUpStatus? = word(.status, list: CodeLists.followUpStatus)
        let outcomes = outcomes()
        if let heldOn { checkNotInFuture(heldOn, .heldOn) }
        if let status { checkAnswers(of: status) }
        guard let reference, let month, let heldOn, let status else { return nil }
        return FollowUpRow(
            episodeRef: reference, heldOn: heldOn,
            followUp: FollowUp(month: month, status: status, outcomes: outcomes)
        )
    }

    private mutating func month() -> FollowUpMonth? {
        guard let text = text(.month) else { return nil }
        guard let month = FollowUpMonth(text: text) else {
            let codes = CodeLists.followUpMonth.codes.map(\.code).joined(separator: ", ")
            report(.unknownCode, .month, "the value is none of \(codes) (`homeward codes follow-up-month`)")
            return nil
        }
        return month
    }

    private mutating func outcomes() -> [OutcomeKey: Answer] {
        var outcomes: [OutcomeKey: Answer] = [:]
        for (column, key) in FollowUpColumn.answers {
            let answer: Answer? = word(column, list: CodeLists.outcomeAnswer)
            outcomes[key] = answer
        }
        guard let text = text(.outcomes) else { return outcomes }
        guard let further = OutcomeText.outcomes(of: text),
            further.keys.allSatisfy({ FollowUpColumn.column(of: $0) == .outcomes })
        else {
            report(
                .invalidOutcomes, .outcomes,
                "further outcomes are key=yes, key=no or key=unknown with ; between, each once, and none that has a "
                    + "column of its own"
            )
            return outcomes
        }
        return outcomes.merging(further) { first, _ in first }
    }

    /// Only somebody who was reached has answered.
    private mutating func checkAnswers(of status: FollowUpStatus) {
        guard status != .collected else { return }
        for column in FollowUpColumn.allCases where cells[column] != nil {
            guard column == .outcomes || FollowUpColumn.answers[column] != nil else { continue }
            report(
                .answerWithoutCollected, column,
                "only a follow-up that was collected has answers; put collected, or empty it"
            )
        }
    }
}

extension FollowUpMonth {
    /// The month of a text, or nil when there is no follow-up then.
    init?(text: String) {
        guard let month = FollowUpMonth.allCases.first(where: { "\($0.rawValue)" == text }) else { return nil }
        self = month
    }
}
