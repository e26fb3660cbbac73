/// What of a site's record can be taken away in one go, as lines.
package enum ExportTable: String, CaseIterable, Hashable, Sendable {
    /// A line an episode, as lists show it.
    case episodes
    /// A line an adherence interview that was held or attempted.
    case interviews
    /// A line an event of episodes and children, with what it says.
    case events
    /// A line an episode as reports count it, as it is known now, without scores.
    case facts

    /// What its lines have, in order.
    package var columns: [ExportColumn] {
        switch self {
        case .episodes: ExportColumn.episodes
        case .interviews: ExportColumn.interviews
        case .events: ExportColumn.events
        case .facts: ExportColumn.facts
        }
    }
}

/// A column of what is taken away.
package struct ExportColumn: Hashable, Sendable {
    /// How a value is written in JSON; in CSV each is its text.
    package enum Kind: Hashable, Sendable {
        /// In quotation marks.
        case text
        /// As it is: numbers, truth values, and JSON.
        case plain
    }

    /// Its name.
    package let name: String
    /// How its values are written.
    package let kind: Kind

    private static func text(_ names: String...) -> [ExportColumn] {
        names.map { ExportColumn(name: $0, kind: .text) }
    }

    private static func plain(_ names: String...) -> [ExportColumn] {
        names.map { ExportColumn(name: $0, kind: .plain) }
    }

    fileprivate static let episodes =
        text(
            "id", "ref", "model", "team", "therapist", "phase", "decision", "referredOn", "decidedOn", "startedOn",
            "closedOn", "closureReason") + plain("version")
    fileprivate static let interviews =
        text(
            "id", "episode", "ref", "model", "team", "on", "instrument", "phase", "result", "collector", "respondent")
        + plain("score", "counts")
    fileprivate static let events =
        text("stream", "id") + plain("number") + text("kind") + plain("form")
        + text("on", "recordedAt", "recordedBy", "onBehalfOf", "model")
        + plain("modelVersion", "settingsVersion", "payload")
    fileprivate static let facts =
        text("key") + plain("version") + text("knownFrom", "model") + plain("modelVersion", "settingsVersion")
        + text(
            "team", "decidedTeam", "closedTeam", "source", "sex", "ethnicity", "responsibleAuthority",
            "deprivationIndex") + plain("deprivationDecile", "ageMonths")
        + text(
            "referredOn", "decision", "declineReason", "onward", "decidedOn", "startedOn", "movedHomeOn", "closedOn",
            "closureReason", "closureGroup") + plain("stayDays")
        + text("atHome", "inSchoolOrWork", "noNewArrests") + plain("furtherAnswers", "followUps")
}
