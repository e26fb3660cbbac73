import CivilDate
import Intervention

/// One row of a list of follow-ups.
package struct FollowUpRow: ListRow, Hashable {
    /// Which of an episode's follow-ups a row tells of: of one month there may be several attempts.
    package struct Identity: RowIdentity {
        let month: FollowUpMonth
        let heldOn: CivilDate

        package var text: String { "\(month.rawValue)\n\(heldOn)" }
    }

    package typealias Name = ListName<Identity>

    let episodeRef: EpisodeRef
    let heldOn: CivilDate
    let followUp: FollowUp

    package var owner: RowOwner { .episode(episodeRef) }

    package var identity: Identity { Identity(month: followUp.month, heldOn: heldOn) }

    package var beganOn: CivilDate { heldOn }

    package var cells: RowCells<FollowUpColumn> {
        var cells = followUp.told
        cells[.episodeRef] = episodeRef.text
        cells[.month] = "\(followUp.month.rawValue)"
        cells[.heldOn] = heldOn.description
        return cells
    }
}

extension FollowUp {
    /// What a row of a list would tell of the follow-up, whichever it is.
    var told: RowCells<FollowUpColumn> {
        var cells = RowCells<FollowUpColumn>()
        cells[.status] = status.rawValue
        for (column, outcome) in FollowUpColumn.answers { cells[column] = outcomes[outcome]?.rawValue }
        let further = outcomes.filter { FollowUpColumn.column(of: $0.key) == .outcomes }
        cells[.outcomes] = further.isEmpty ? nil : OutcomeText.text(of: further)
        return cells
    }
}
