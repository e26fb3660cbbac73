import CivilDate
import EpisodeEngine
import Intervention

/// Reads one row of a list of interviews.
struct InterviewRowReader: RowReading {
    let site: ListSite
    let place: ImportPlace
    let cells: RowCells<InterviewColumn>

    var problems: [ImportProblem] = []
    var advisories: [ImportAdvisory] = []
    private var formerResponses: [Interview.Response] = []
    private var misread: String?

    init(site: ListSite, place: ImportPlace, cells: RowCells<InterviewColumn>) {
        self.site = site
        self.place = place
        self.cells = cells
    }

    static func name(in cells: RowCells<InterviewColumn>) -> InterviewRow.Name? {
        guard let reference = cells[.episodeRef].flatMap({ EpisodeRef($0) }),
            let instrument = cells[.instrument].flatMap({ InstrumentID($0) }),
            let day = cells[.interviewedOn].flatMap({ CivilDate(iso: $0) })
        else { return nil }
        var respondent: Respondent?
        if let text = cells[.respondent] {
            guard let known = Respondent(rawValue: text) else { return nil }
            respondent = known
        }
        let identity = InterviewRow.Identity(instrument: instrument, interviewedOn: day, respondent: respondent)
        return ListName(owner: .episode(reference), identity: identity)
    }

    static func doubled(on lines: String) -> (code: ImportProblemCode, column: InterviewColumn, sentence: String) {
        (
            .duplicateRow, .interviewedOn,
            "the same episode, instrument, day and respondent stand on lines \(lines); an interview has one row"
        )
    }

    mutating func readCells() -> InterviewRow? {
        let reference: EpisodeRef? = siteCode(.episodeRef)
        let instrument = instrument()
        let interviewedOn = day(.interviewedOn)
        let result: InterviewResult? = word(.result, list: CodeLists.interviewResult)
        let collector = collector()
        let respondent: Respondent? = word(.respondent, list: CodeLists.respondent)
        let response = response(of: result, to: instrument)
        if let interviewedOn { checkNotInFuture(interviewedOn, .interviewedOn) }
        if result == .completed && cells[.respondent] == nil {
            report(.respondentMissing, .respondent, "a completed interview has a respondent; fill it in")
        }
        guard let reference, let instrument, let interviewedOn, let result, let collector else { return nil }
        return InterviewRow(
            episodeRef: reference, instrument: instrument, interviewedOn: interviewedOn, result: result,
            collector: collector, respondent: respondent, response: response, formerResponses: formerResponses,
            misread: misread
        )
    }

    private mutating func instrument() -> InstrumentID? {
        guard let text = text(.instrument) else { return nil }
        guard let instrument = InstrumentID(text) else {
            report(.unknownCode, .instrument, "this is no id of an instrument; `homeward model show` prints them")
            return nil
        }
        return instrument
    }

    private mutating func collector() -> Collector? {
        if cells[.collectedBy] == InterviewRow.callCentre { return .callCentre }
        if cells[.collectedBy] == InterviewRow.selfEntry { return .selfEntry }
        let staff: StaffCode? = siteCode(.collectedBy)
        return staff.map { .staff($0) }
    }

    /// The answer: a score, items or answers, exactly when the interview was completed.
    private mutating func response(
        of result: InterviewResult?, to instrument: InstrumentID?
    ) -> Interview.Response? {
        let score = score()
        let items = items() ?? answers(to: instrument)
        guard let result else { return nil }
        let given = [InterviewColumn.score, .items, .answers].filter { cells[$0] != nil }
        guard result == .completed else {
            for column in given {
                report(
                    .answerWithoutCompleted, column,
                    "only a completed interview has an answer; put completed, or empty it"
                )
            }
            return nil
        }
        guard given.count == 1 else {
            let what = given.isEmpty ? "none" : "more than one"
            report(
                .scoreOrItems, .score,
                "the completed interview has \(what) of score, items and answers; fill in one of them")
            return nil
        }
        return score ?? items
    }

    private mutating func score() -> Interview.Response? {
        guard let text = text(.score) else { return nil }
        guard let score = AdherenceScore(decimal: text) else {
            report(.invalidScore, .score, "a score is a number from 0 to 1 with at most nine decimals, as 0.61")
            return nil
        }
        return .score(score)
    }

    private mutating func items() -> Interview.Response? {
        guard let text = text(.items) else { return nil }
        guard let items = ItemText.items(of: text) else {
            report(
                .invalidItems, .items,
                "items are 1, 0 or - (not answered) with ; between them, at most \(ItemText.most)"
            )
            return nil
        }
        return .items(items)
    }

    /// Answers as they were entered, recoded by the site's definition of the instrument, and by those before it.
    private mutating func answers(to instrument: InstrumentID?) -> Interview.Response? {
        guard let text = text(.answers), let instrument else { return nil }
        guard let definition = site.instruments[instrument] else {
            report(
                .noDefinition, .answers,
                "the site has no definition of \(instrument); load it with `homeward instrument load`, or give items")
            return nil
        }
        guard let answers = ItemText.answers(of: text) else {
            report(
                .invalidAnswers, .answers,
                "answers are codes with one space between them, - for one that was not answered, at most "
                    + "\(ItemText.most)"
            )
            return nil
        }
        formerResponses = site.instruments.former(instrument).compactMap { former in
            (try? former.itemScores(of: answers)).map { .items($0) }
        }
        do throws(AnswerRefusal) {
            return .items(try definition.itemScores(of: answers))
        } catch {
            // What another definition could read may be on record; whether it is, is not known here.
            guard let former = formerResponses.first else {
                report(.invalidAnswers, .answers, error.description)
                return nil
            }
            misread = error.description
            return former
        }
    }
}
