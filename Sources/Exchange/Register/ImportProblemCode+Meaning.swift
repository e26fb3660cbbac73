extension ImportProblemCode {
    /// What is wrong, in a sentence without values.
    package var meaning: String {
        switch self {
        case .notUTF8: "The bytes are not UTF-8 text."
        case .nulByte: "There is a byte of value zero in the text."
        case .strayQuote: "A quote stands inside a cell, or text follows the quote that closes a cell."
        case .unclosedQuote: "A quote is opened and never closed, so the rest of the file cannot be told apart."
        case .noHeader: "The file has no line 1 with the names of the columns."
        case .unknownColumn: "A column of the header is none of the register's."
        case .doubledColumn: "A column stands in the header twice."
        case .missingColumn: "A required column is not in the header."
        case .raggedRow: "The row has more or fewer cells than the header."
        case .emptyRow: "Every cell of the row is empty."
        case .missingValue: "A required value is empty."
        case .surroundingSpace: "The value begins or ends with a space."
        case .looksLikeAName: "A code has a space in it: it looks like somebody's name."
        case .invalidCode: "The value does not have the form of a code."
        case .unknownCode: "The value is not in the list of the column."
        case .invalidDate: "The value is not a day of the calendar written YYYY-MM-DD."
        case .invalidMonth: "The value is not a month written YYYY-MM."
        case .invalidDecile: "The value is not a decile from 1 to 10."
        case .invalidAuthority: "The value does not have the form of an authority's code."
        case .unknownTeam: "The site has no team of this code."
        case .unknownModel: "No team of the site works by this model."
        case .modelNotOfTeam: "The team works by another model than the row's."
        case .datesOutOfOrder: "Two days of the row stand in an order that cannot be."
        case .dayInFuture: "A day lies after the day of the import."
        case .needsAccepted: "Only an accepted referral has a first session or a closing."
        case .decidedWhilePending: "A referral that is pending has a day of decision."
        case .declineReasonMissing: "A declined referral has no reason."
        case .declineReasonWithoutDeclined: "A referral that was not declined has a reason for declining."
        case .closingIncomplete: "closed_on and closure_reason do not come together."
        case .outcomeWithoutClosing: "An outcome is answered yes or no, and the episode is not closed."
        case .decileWithoutIndex: "A decile does not say which index it was read from."
        case .duplicateEpisodeRef: "The same episode_ref stands in several rows."
        case .episodesOverlap: "Two accepted episodes of one child run at the same time."
        case .modelChanged: "The model of an episode that has started cannot change."
        case .conflict: "The value was changed in this file and differently in the record since the last import."
        case .refused: "The record's rules refuse what the row says."
        }
    }

    /// What to do about it.
    package var remedy: String {
        switch self {
        case .notUTF8: "Save the file as CSV UTF-8."
        case .nulByte: "Save the file as CSV UTF-8, not as UTF-16 and not as a workbook."
        case .strayQuote: "Put the whole cell in quotes and double each quote inside it."
        case .unclosedQuote: "Close the quote that was opened on the line named."
        case .noHeader: "Put the names of the columns on line 1; `homeward codes register-columns` lists them."
        case .unknownColumn: "Rename the column or take it out; `homeward codes register-columns` lists the names."
        case .doubledColumn: "Take one of the two columns out."
        case .missingColumn: "Add the column."
        case .raggedRow: "Give the row as many cells as line 1 has; a cell with a comma needs quotes."
        case .emptyRow: "Take the row out."
        case .missingValue: "Fill the cell in."
        case .surroundingSpace: "Take the space away."
        case .looksLikeAName: "Use a code that says nothing of the person."
        case .invalidCode: "Use 1 to 32 letters, digits, dots, hyphens and underscores, a letter or digit first."
        case .unknownCode: "Use a code of the list; `homeward codes` prints them all."
        case .invalidDate: "Write the day as YYYY-MM-DD."
        case .invalidMonth: "Write the month as YYYY-MM."
        case .invalidDecile: "Write a whole number from 1 (most deprived) to 10."
        case .invalidAuthority: "Use the nine-character code of the statistical geography, or IE-... in Ireland."
        case .unknownTeam: "Use a team of the site, or add the team to the site's file and apply it."
        case .unknownModel: "Use a model that a team of the site works by; `homeward model list` prints the ids."
        case .modelNotOfTeam: "Put the team's own model, or the team that works by the model."
        case .datesOutOfOrder: "Mend the days: birth, referral, decision, first session, closing, in this order."
        case .dayInFuture: "Put the day on which it happened; what is planned is not imported."
        case .needsAccepted: "Put `accepted`, or empty the day."
        case .decidedWhilePending: "Put `accepted` or `declined`, or empty the day."
        case .declineReasonMissing: "Put a reason of the list `decline-reason`."
        case .declineReasonWithoutDeclined: "Put `declined`, or empty the reason."
        case .closingIncomplete: "Fill both in, or empty both."
        case .outcomeWithoutClosing: "Fill closed_on in, or empty the outcome."
        case .decileWithoutIndex: "Put the index into deprivation_index, or empty the decile."
        case .duplicateEpisodeRef: "Keep one row for each episode, or give the episodes references of their own."
        case .episodesOverlap: "Mend the days, so that one episode ends before or when the next begins."
        case .modelChanged: "Close the episode and refer the family again under the other model."
        case .conflict: "Look at the record, and put its value or the right one into the file and the record."
        case .refused: "Read the sentence: it says which rule, and what would be right."
        }
    }

    /// Whether the problem is the file's as a whole: then no row can be trusted, whatever was asked for.
    package var concernsFile: Bool {
        switch self {
        case .unclosedQuote, .noHeader, .unknownColumn, .doubledColumn, .missingColumn: true
        default: false
        }
    }
}
