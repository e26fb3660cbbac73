/// A column of a list of interviews. The names are the file's.
package enum InterviewColumn: String, ListColumn {
    case episodeRef = "episode_ref"
    case instrument
    case interviewedOn = "interviewed_on"
    case result
    case collectedBy = "collected_by"
    case respondent
    case score
    case items
    case answers

    /// The kind of file.
    package static let kind = FileKind.interviews

    /// The place of each column, from 0.
    package static let positions = places()

    /// The columns that say whose row it is.
    package static let owners = [InterviewColumn.episodeRef]

    /// The columns that say which of its owner's rows it is.
    package static let identity = [InterviewColumn.instrument, .interviewedOn, .respondent]

    /// Answers are items as the interviewer entered them: they are recoded, and the items are what is kept.
    package static func meant(by columns: Set<InterviewColumn>) -> Set<InterviewColumn> {
        columns.contains(.answers) ? columns.union([.items]) : columns
    }

    /// Whether every row must have a value.
    package var isRequired: Bool {
        switch self {
        case .episodeRef, .instrument, .interviewedOn, .result, .collectedBy: true
        case .respondent, .score, .items, .answers: false
        }
    }

    /// What stands in the column, in a few words.
    package var meaning: String {
        switch self {
        case .episodeRef: "The reference of the episode, as in the register"
        case .instrument: "An instrument of the episode's model, as in `homeward model show`"
        case .interviewedOn: "The day on which it was held or attempted, YYYY-MM-DD"
        case .result: "A code of the list `interview-result`"
        case .collectedBy:
            "Who held it: the code of a member of staff, `\(InterviewRow.callCentre)`, or `\(InterviewRow.selfEntry)`"
        case .respondent: "Who answered, a code of the list `respondent`; needed when completed"
        case .score: "The score from 0 to 1, when completed and without items and answers"
        case .items: "The items in order, 1, 0 or - (not answered) with ; between, already recoded"
        case .answers: "The answers as entered, codes with a space between, - for none; needs a loaded definition"
        }
    }
}
