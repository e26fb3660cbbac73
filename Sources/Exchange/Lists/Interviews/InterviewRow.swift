import CivilDate
import Intervention

/// One row of a list of interviews.
package struct InterviewRow: ListRow, Hashable {
    /// Which of an episode's interviews a row tells of.
    package struct Identity: RowIdentity {
        let instrument: InstrumentID
        let interviewedOn: CivilDate
        let respondent: Respondent?

        package var text: String { "\(instrument)\n\(interviewedOn)\n\(respondent?.rawValue ?? "")" }
    }

    package typealias Name = ListName<Identity>

    /// What stands for a collector who is not of the site's staff.
    static let callCentre = "call-centre"
    /// What stands in the place of a code for answers that the respondent gave alone.
    static let selfEntry = "self-entry"

    let episodeRef: EpisodeRef
    let instrument: InstrumentID
    let interviewedOn: CivilDate
    let result: InterviewResult
    let collector: Collector
    let respondent: Respondent?
    var response: Interview.Response?
    /// The same answers as definitions read them that were in force before.
    var formerResponses: [Interview.Response] = []
    /// Why the definition in force cannot read the answers; nil when it can.
    var misread: String?

    package var owner: RowOwner { .episode(episodeRef) }

    package var identity: Identity {
        Identity(instrument: instrument, interviewedOn: interviewedOn, respondent: respondent)
    }

    package var beganOn: CivilDate { interviewedOn }

    package var cells: RowCells<InterviewColumn> {
        var cells = interview(.made()).told
        cells[.episodeRef] = episodeRef.text
        cells[.instrument] = instrument.text
        cells[.interviewedOn] = interviewedOn.description
        cells[.respondent] = respondent?.rawValue
        return cells
    }

    /// Answers that are on record stay what they were read as first, whatever definition was loaded since.
    package func read(asIn known: RowCells<InterviewColumn>) -> InterviewRow {
        var row = self
        for former in formerResponses where interview(.made()).told[.items] != known[.items] {
            guard case .items(let items) = former, ItemText.text(of: items) == known[.items] else { continue }
            row.response = former
            row.misread = nil
            return row
        }
        return row
    }

    /// The interview that the row tells of.
    func interview(_ id: InterviewID) -> Interview {
        Interview(
            id: id, instrument: instrument, result: result, collector: collector, respondent: respondent,
            response: response
        )
    }
}

extension InterviewRow.Identity {
    /// The identity of an interview of a day.
    init(_ interview: Interview, on day: CivilDate) {
        self.init(instrument: interview.instrument, interviewedOn: day, respondent: interview.respondent)
    }
}

extension Interview {
    /// What a row of a list would tell of the interview, whichever it is.
    var told: RowCells<InterviewColumn> {
        var cells = RowCells<InterviewColumn>()
        cells[.result] = result.rawValue
        cells[.collectedBy] =
            switch collector {
            case .callCentre: InterviewRow.callCentre
            case .selfEntry: InterviewRow.selfEntry
            case .staff(let code): code.text
            }
        switch response {
        case .score(let score): cells[.score] = score.description
        case .items(let items): cells[.items] = ItemText.text(of: items)
        case nil: break
        }
        return cells
    }
}
