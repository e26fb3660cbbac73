import CivilDate
import Intervention

extension RegisterRow {
    /// The row as a file would have it: the one form in which rows are compared column by column.
    package var cells: RegisterCells {
        var cells = RegisterCells()
        cells[.episodeRef] = episodeRef.text
        cells[.team] = team.text
        cells[.model] = model.text
        cells[.childRef] = childRef?.text
        cells[.householdRef] = householdRef?.text
        cells[.therapist] = therapist?.text
        cells[.birthMonth] = profile.birthMonth?.description
        cells[.sex] = profile.sex?.rawValue
        cells[.ethnicity] = profile.ethnicity?.text
        cells[.responsibleAuthority] = profile.responsibleAuthority?.text
        cells[.deprivationIndex] = profile.deprivationIndex?.rawValue
        cells[.deprivationDecile] = profile.deprivationDecile.map { String($0.number) }
        cells[.referralSource] = referralSource?.rawValue
        cells[.referredOn] = referredOn.description
        cells[.decision] = decision.rawValue
        cells[.decidedOn] = decidedOn?.description
        cells[.declineReason] = declineReason?.rawValue
        cells[.onwardService] = onwardService?.rawValue
        cells[.firstSessionOn] = firstSessionOn?.description
        cells[.closedOn] = closedOn?.description
        cells[.closureReason] = closureReason?.text
        cells[.atHome] = atHome?.rawValue
        cells[.inSchoolOrWork] = inSchoolOrWork?.rawValue
        cells[.noNewArrests] = noNewArrests?.rawValue
        return cells
    }
}
