import CivilDate
import Intervention

extension RegisterRowReader {
    /// Reads every cell on its own.
    mutating func readDraft() -> RegisterDraft {
        var draft = RegisterDraft()
        draft.episodeRef = siteCode(.episodeRef)
        draft.team = siteCode(.team)
        draft.model = model()
        draft.childRef = siteCode(.childRef)
        draft.householdRef = siteCode(.householdRef)
        draft.therapist = siteCode(.therapist)
        draft.profile.birthMonth = birthMonth()
        draft.profile.sex = word(.sex, list: CodeLists.sex)
        draft.profile.ethnicity = ethnicity()
        draft.profile.responsibleAuthority = authority()
        draft.profile.deprivationIndex = word(.deprivationIndex, list: CodeLists.deprivationIndex)
        draft.profile.deprivationDecile = decile()
        draft.referralSource = word(.referralSource, list: CodeLists.referralSource)
        draft.referredOn = day(.referredOn)
        draft.decision = word(.decision, list: CodeLists.decision)
        draft.decidedOn = day(.decidedOn)
        draft.declineReason = word(.declineReason, list: CodeLists.declineReason)
        draft.onwardService = word(.onwardService, list: CodeLists.onwardService)
        draft.firstSessionOn = day(.firstSessionOn)
        draft.closedOn = day(.closedOn)
        draft.closureReason = closureReason(of: draft.model)
        for column in RegisterColumn.outcomes {
            draft.outcomes[column] = word(column, list: CodeLists.outcomeAnswer)
        }
        return draft
    }

    private mutating func model() -> ModelID? {
        guard let text = text(.model) else { return nil }
        guard let model = ModelID(text), site.closureReasons[model] != nil else {
            let ids = site.closureReasons.keys.sorted().map(\.text).joined(separator: ", ")
            report(.unknownModel, .model, "no team of the site works by this model; its teams work by \(ids)")
            return nil
        }
        return model
    }

    private mutating func birthMonth() -> CivilMonth? {
        guard let text = text(.birthMonth) else { return nil }
        guard let month = CivilMonth(iso: text), month.year >= CalendarText.firstYear else {
            report(.invalidMonth, .birthMonth, CalendarText.sentence(forMonth: text))
            return nil
        }
        return month
    }

    private mutating func ethnicity() -> EthnicityCode? {
        guard let text = text(.ethnicity) else { return nil }
        guard let code = EthnicityCode(text), CodeLists.hasEthnicity(text, in: site.jurisdiction) else {
            let list = CodeLists.ethnicity(of: site.jurisdiction).name
            report(.unknownCode, .ethnicity, "the code is not in the site's list; `homeward codes \(list)` prints it")
            return nil
        }
        return code
    }

    private mutating func authority() -> AuthorityCode? {
        guard let text = text(.responsibleAuthority) else { return nil }
        guard let code = AuthorityCode(text), AuthorityForm.nation(of: text) != nil else {
            report(.invalidAuthority, .responsibleAuthority, AuthorityForm.sentence(for: site.jurisdiction))
            return nil
        }
        return code
    }

    private mutating func decile() -> DeprivationDecile? {
        guard let text = text(.deprivationDecile) else { return nil }
        guard let number = Int(text), String(number) == text, let decile = DeprivationDecile(number) else {
            report(.invalidDecile, .deprivationDecile, "a decile is a whole number from 1 (most deprived) to 10")
            return nil
        }
        return decile
    }

    private mutating func closureReason(of model: ModelID?) -> ClosureReasonID? {
        guard let text = text(.closureReason) else { return nil }
        // Without a model there is no list; the model's own problem says so.
        guard let model, let reasons = site.closureReasons[model] else { return ClosureReasonID(text) }
        guard let reason = ClosureReasonID(text), reasons.contains(reason) else {
            let ids = reasons.map(\.text).joined(separator: ", ")
            report(.unknownCode, .closureReason, "the reason is none of the model's: \(ids)")
            return nil
        }
        return reason
    }
}
