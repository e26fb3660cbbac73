import CivilDate
import Intervention

extension RegisterRowReader {
    /// The team is the site's and works by the row's model.
    mutating func checkTeam(_ draft: RegisterDraft) {
        guard let code = draft.team else { return }
        guard let team = site.teams[code] else {
            let codes = site.teams.keys.sorted().map(\.text).joined(separator: ", ")
            report(.unknownTeam, .team, "the site has no team of this code; its teams are \(codes)")
            return
        }
        if let model = draft.model, model != team.model {
            report(.modelNotOfTeam, .model, "the team works by \(team.model); put its model, or the team that fits")
        }
        if let referredOn = draft.referredOn, referredOn < team.startedOn {
            advise(.beforeTeamStarted, .referredOn)
        }
    }

    /// Birth, referral, decision, first session and closing follow each other, and none lies after the day of the import.
    mutating func checkDays(_ draft: RegisterDraft) {
        let days: [(column: RegisterColumn, day: CivilDate?)] = [
            (.birthMonth, draft.profile.birthMonth?.firstDay), (.referredOn, draft.referredOn),
            (.decidedOn, draft.decidedOn), (.firstSessionOn, draft.firstSessionOn), (.closedOn, draft.closedOn),
        ]
        var earlier: (column: RegisterColumn, day: CivilDate)?
        for (column, day) in days {
            guard let day else { continue }
            if day > site.today {
                report(.dayInFuture, column, "it lies after the day of the import; put the day on which it happened")
            }
            if let earlier, day < earlier.day {
                report(
                    .datesOutOfOrder, column,
                    "\(column.rawValue) lies before \(earlier.column.rawValue); it is the same day or a later one"
                )
            }
            earlier = (column, day)
        }
    }

    /// What stands beside the decision agrees with it.
    mutating func checkDecision(_ draft: RegisterDraft) {
        guard let decision = draft.decision else { return }
        if decision != .accepted {
            for column in [RegisterColumn.firstSessionOn, .closedOn] where cells[column] != nil {
                report(.needsAccepted, column, "only an accepted referral has this day; put accepted, or empty it")
            }
        }
        if decision == .pending && cells[.decidedOn] != nil {
            report(
                .decidedWhilePending, .decidedOn,
                "a pending referral has no day of decision; put accepted or declined, or empty it"
            )
        }
        if decision == .declined && cells[.declineReason] == nil {
            report(
                .declineReasonMissing, .declineReason,
                "a declined referral has a reason; `homeward codes decline-reason` prints the list"
            )
        }
        if decision != .declined && cells[.declineReason] != nil {
            report(
                .declineReasonWithoutDeclined, .declineReason,
                "only a declined referral has a reason; put declined, or empty it"
            )
        }
        if decision != .declined && cells[.onwardService] != nil {
            report(
                .onwardServiceWithoutDeclined, .onwardService,
                "only a declined family is sent on at the decision; put declined, or empty it"
            )
        }
        if decision != .pending && cells[.decidedOn] == nil {
            advise(.decisionDayEstimated, .decidedOn)
        }
    }

    /// Closing day and reason come together, and outcomes are those at a closing.
    mutating func checkClosing(_ draft: RegisterDraft) {
        if cells[.closedOn] != nil && cells[.closureReason] == nil {
            report(.closingIncomplete, .closureReason, "a closed episode has a closure reason; fill it in")
        }
        if cells[.closedOn] == nil && cells[.closureReason] != nil {
            report(.closingIncomplete, .closedOn, "a closure reason needs the day of the closing; fill it in")
        }
        guard cells[.closedOn] == nil else { return }
        for column in RegisterColumn.outcomes {
            guard let answer = draft.outcomes[column], answer != .unknown else { continue }
            report(
                .outcomeWithoutClosing, column,
                "this is the answer at the closing; fill closed_on in, or empty the answer"
            )
        }
    }

    /// What is known of the child agrees with itself; what belongs to another nation is pointed out.
    mutating func checkProfile(_ draft: RegisterDraft) {
        if cells[.deprivationDecile] != nil && cells[.deprivationIndex] == nil {
            report(
                .decileWithoutIndex, .deprivationIndex,
                "a decile means nothing without its index; `homeward codes deprivation-index` prints the list"
            )
        }
        if let index = draft.profile.deprivationIndex, index.jurisdiction != site.jurisdiction {
            advise(.indexOfAnotherNation, .deprivationIndex)
        }
        if let authority = draft.profile.responsibleAuthority,
            let nation = AuthorityForm.nation(of: authority.text), nation != site.jurisdiction
        {
            advise(.authorityOfAnotherNation, .responsibleAuthority)
        }
    }
}
