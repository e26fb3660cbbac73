/// What a file or a row of it can be refused for. The codes are stable: scripts may depend on them.
package enum ImportProblemCode: String, CaseIterable, Hashable, Sendable {
    // The bytes.
    case notUTF8 = "not-utf-8"
    case nulByte = "nul-byte"
    case strayQuote = "stray-quote"
    case unclosedQuote = "unclosed-quote"
    // The table.
    case noHeader = "no-header"
    case unknownColumn = "unknown-column"
    case doubledColumn = "doubled-column"
    case missingColumn = "missing-column"
    case raggedRow = "ragged-row"
    case emptyRow = "empty-row"
    // One cell.
    case missingValue = "missing-value"
    case surroundingSpace = "surrounding-space"
    case looksLikeAName = "looks-like-a-name"
    case invalidCode = "invalid-code"
    case unknownCode = "unknown-code"
    case invalidDate = "invalid-date"
    case invalidMonth = "invalid-month"
    case invalidDecile = "invalid-decile"
    case invalidAuthority = "invalid-authority"
    case unknownTeam = "unknown-team"
    case unknownModel = "unknown-model"
    // Cells of one row.
    case modelNotOfTeam = "model-not-of-team"
    case datesOutOfOrder = "dates-out-of-order"
    case dayInFuture = "day-in-future"
    case needsAccepted = "needs-accepted"
    case decidedWhilePending = "decided-while-pending"
    case declineReasonMissing = "decline-reason-missing"
    case declineReasonWithoutDeclined = "decline-reason-without-declined"
    case closingIncomplete = "closing-incomplete"
    case outcomeWithoutClosing = "outcome-without-closing"
    case decileWithoutIndex = "decile-without-index"
    // Rows together, and the record.
    case duplicateEpisodeRef = "duplicate-episode-ref"
    case episodesOverlap = "episodes-overlap"
    case modelChanged = "model-changed"
    case conflict
    case refused
}
