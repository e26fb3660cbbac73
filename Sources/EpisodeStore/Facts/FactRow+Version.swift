import Intervention
import Postgres
import Vault

extension FactRow {
    /// Makes the rows of an episode's versions, and adds them to others.
    /// - Returns: whether all could be made: a version whose team has no code is left out.
    static func make(
        _ versions: [FactVersion<EpisodeFact>], of episode: EpisodeID, keys: FactKeys, codes: TeamCodes,
        into rows: inout [FactRow]
    ) -> Bool {
        let key = keys.key(of: episode)
        // Only a correction gives an episode another child, so its key is made once for all versions.
        var last: (child: ChildID, key: Digest256)?
        var isComplete = true
        for version in versions {
            let child = version.fact.child
            let childKey = last.flatMap { $0.child == child ? $0.key : nil } ?? keys.key(of: child)
            last = (child, childKey)
            if let row = FactRow(version, key: key, child: childKey, codes: codes) {
                rows.append(row)
            } else {
                isComplete = false
            }
        }
        return isComplete
    }

    /// The row of a version; nil when a team has no code, which says that the site has no such team.
    init?(_ version: FactVersion<EpisodeFact>, key: Digest256, child: Digest256, codes: TeamCodes) {
        let fact = version.fact
        guard let team = codes.code(of: fact.team) else { return nil }
        self.init(
            key: key, version: version.version, knownFrom: version.knownFrom,
            knownTo: version.knownTo.map(UnboundedInstant.at) ?? .afterAll, model: fact.pin.model.text,
            modelVersion: fact.pin.version.number, settingsVersion: fact.pin.settings.number, team: team,
            decidedTeam: fact.decidedTeam.flatMap(codes.code), closedTeam: fact.closedTeam.flatMap(codes.code),
            source: fact.source?.rawValue, sex: fact.profile.sex?.rawValue, ethnicity: fact.profile.ethnicity?.text,
            authority: fact.profile.responsibleAuthority?.text,
            deprivationIndex: fact.profile.deprivationIndex?.rawValue,
            deprivationDecile: fact.profile.deprivationDecile.map { Int16(clamping: $0.number) },
            ageMonths: fact.ageMonths, referredOn: fact.referredOn, decision: fact.decision.rawValue,
            declineReason: fact.declineReason?.rawValue, onward: fact.onward?.rawValue, decidedOn: fact.decidedOn,
            decidedDayEstimated: fact.isDecidedDayEstimated, startedOn: fact.startedOn, movedHomeOn: fact.movedHomeOn,
            closedOn: fact.closedOn,
            closureReason: fact.closureReason?.text, closureGroup: fact.closureGroup?.rawValue,
            stayDays: fact.stay.map { Int32(clamping: $0.number) }, interviewExpected: fact.isInterviewExpected,
            atHome: fact.atHome?.rawValue, inSchoolOrWork: fact.inSchoolOrWork?.rawValue,
            noNewArrests: fact.noNewArrests?.rawValue, furtherAnswers: CodesText(fact.furtherAnswers).json,
            followUps: CodesText(fact.followUps).json, interviews: fact.interviews,
            scoreSum: fact.scoreSumBillionths, threshold: fact.threshold?.score.billionths,
            comparison: fact.threshold?.comparison.rawValue, isAdherent: fact.isAdherent, child: child,
            shape: EpisodeFact.shape
        )
    }
}

extension CodesText {
    /// Answers by outcome.
    fileprivate init(_ answers: [OutcomeKey: Answer]) {
        guard !answers.isEmpty else {
            self = .empty
            return
        }
        self.init(Dictionary(uniqueKeysWithValues: answers.map { ($0.key.text, $0.value.rawValue) }))
    }

    /// What became of follow-ups, and their answers; of two of one month the later one. Of what was collected outside
    /// its window only that it was.
    fileprivate init(_ followUps: [DatedFollowUp]) {
        guard !followUps.isEmpty else {
            self = .empty
            return
        }
        var codes: [String: String] = [:]
        for dated in followUps {
            let followUp = dated.followUp
            let month = String(followUp.month.rawValue)
            guard dated.isInWindow else {
                if followUp.status == .collected { codes["outside/" + month] = followUp.status.rawValue }
                continue
            }
            codes = codes.filter { !$0.key.hasPrefix(month + "/") }
            codes[month] = followUp.status.rawValue
            for (outcome, answer) in followUp.outcomes { codes["\(month)/\(outcome)"] = answer.rawValue }
        }
        self.init(codes)
    }
}
