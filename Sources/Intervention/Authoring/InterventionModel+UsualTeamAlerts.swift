import CivilDate

extension InterventionModel {
    /// What every MST model would have somebody look at in a team: sessions that are late, caseloads over the limit, days
    /// without anybody on call, a licence that ends, training that is missing. What a team does for its families is not
    /// asked of a team that has none.
    public func usualAlerts(for team: TeamSituation, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        guard let openedOn = team.facts.openedOn, openedOn <= day else { return [] }
        return rhythmAlerts(for: team, since: openedOn, with: settings, on: day)
            + caseloadAlerts(for: team, with: settings, on: day)
            + rotaAlert(for: team, since: openedOn, with: settings, on: day)
            + licenceAlert(for: team, since: openedOn, with: settings, on: day)
            + trainingAlerts(for: team, with: settings, on: day)
    }

    private func rhythmAlerts(
        for team: TeamSituation, since openedOn: CivilDate, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard team.families > 0 else { return [] }
        let began = max(openedOn, team.familySpells.last { $0.from <= day }?.from ?? openedOn)
        var alerts: [Alert] = []
        func add(
            _ code: AlertCode, _ what: String, _ sessions: [Dated<TeamSession>], late: (CivilDate) -> CivilDate?,
            usual: String
        ) {
            let last = sessions.last { $0.on <= day }?.on
            guard let since = late(max(last ?? began, began)), day >= since else { return }
            let sentence =
                last.map { "\(what) was last held on \($0); \(usual) is usual" }
                ?? "no \(what) is on record, with families since \(began); \(usual) is usual"
            alerts.append(Alert(code, .warning, since: since, sentence))
        }
        let grace = settings.whole(.rhythmGrace) ?? 0
        if let every = settings.whole(.supervisionEvery) {
            add(
                .noSupervision, "supervision", team.facts.supervisions,
                late: { $0.adding(days: every + grace + 1) }, usual: "every \(every) days"
            )
        }
        if let every = settings.whole(.consultationEvery) {
            add(
                .noConsultation, "consultation", team.facts.consultations,
                late: { $0.adding(days: every + grace + 1) }, usual: "every \(every) days"
            )
        }
        if let every = settings.whole(.boosterEvery), let grace = settings.whole(.boosterGrace) {
            add(
                .boosterLate, "booster", team.facts.boosters,
                late: { $0.adding(months: every).adding(days: grace + 1) }, usual: "every \(every) months"
            )
        }
        return alerts
    }

    /// Where a site says who is in post, a therapist's limit follows the share of a full-time post.
    private func caseloadAlerts(
        for team: TeamSituation, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let most = settings.whole(.caseloadMost) else { return [] }
        let posts = Dictionary(grouping: team.posts(on: day).filter(\.role.holdsCases), by: \.staff)
        return team.caseload.sorted { $0.key < $1.key }.compactMap { staff, families in
            guard families > 0 else { return nil }
            let share: Int
            if team.staff.isEmpty {
                share = FTE.full.hundredths
            } else if let held = posts[staff] {
                share = min(held.reduce(0) { $0 + $1.fte.hundredths }, FTE.full.hundredths)
            } else {
                let sentence = "\(staff) has \(families) open families and no post on \(day) that takes families"
                return Alert(.caseWithoutPost, .warning, since: day, sentence)
            }
            guard families * FTE.full.hundredths > most * share else { return nil }
            let post = FTE(hundredths: share).map { "\($0)" } ?? "\(share)"
            let sentence =
                "\(staff) has \(families) families with \(post) of a full-time post; a full post has at most \(most)"
            return Alert(.caseloadOver, .warning, since: day, sentence)
        }
    }

    private func rotaAlert(
        for team: TeamSituation, since openedOn: CivilDate, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard team.families > 0, let ahead = settings.whole(.rotaAhead), ahead > 0 else { return [] }
        let last = day.adding(days: ahead - 1)
        let spells = team.facts.onCall(setBy: day).filter { $0.from <= last && $0.through >= day }
        let gaps = (0..<ahead).map { day.adding(days: $0) }.filter { day in !spells.contains { $0.covers(day) } }
        guard let first = gaps.first else { return [] }
        let sentence =
            "nobody is on call on \(gaps.count) of the \(ahead) days from \(day), the first is \(first); "
            + "families can call at any hour"
        let since = max(openedOn, first.adding(days: 1 - ahead))
        return [Alert(.rotaGap, first == day ? .urgent : .warning, since: since, sentence)]
    }

    private func licenceAlert(
        for team: TeamSituation, since openedOn: CivilDate, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        let standing = LicenceStanding(team.facts, agreedBy: day)
        if case .held(let through) = standing.licence(on: day), let warning = settings.whole(.licenceWarning) {
            let since = through.adding(days: -warning)
            if day >= since {
                let sentence = "the licence ends on \(through); renew it"
                return [Alert(.licenceExpires, .warning, since: since, sentence)]
            }
        }
        guard team.families > 0, let obstacle = standing.obstacle(on: day) else { return [] }
        let sentence = "\(obstacle.sentence): open families go on, new ones cannot begin"
        guard case .licenceExpired(let through) = obstacle else {
            return [Alert(.notLicensed, .warning, since: openedOn, sentence)]
        }
        return [Alert(.licenceExpired, .urgent, since: through.adding(days: 1), sentence)]
    }

    private func trainingAlerts(
        for team: TeamSituation, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        let posts = team.posts(on: day)
        var alerts: [Alert] = []
        for requirement in trainings {
            var seen: Set<StaffCode> = []
            for post in posts where requirement.roles.contains(post.role) {
                guard team.facts.completed(requirement.kind, by: post.staff, on: day) == nil,
                    let since = missing(requirement, in: post, of: team, with: settings, on: day),
                    seen.insert(post.staff).inserted
                else { continue }
                let sentence =
                    "\(post.staff) (\(post.role.rawValue)) has not completed '\(requirement.title)', "
                    + "which was needed \(words(for: requirement.deadline, settings))"
                alerts.append(Alert(.trainingMissing, .warning, since: since, sentence))
            }
        }
        return alerts
    }

    /// The day since which the training is missing; nil while it is not needed yet.
    private func missing(
        _ requirement: TrainingRequirement, in post: StaffPost, of team: TeamSituation, with settings: ModelSettings,
        on day: CivilDate
    ) -> CivilDate? {
        guard let due = team.due(requirement, of: post, with: settings) else { return nil }
        switch requirement.deadline {
        case .firstCase: return due
        case .months: return day > due ? due.adding(days: 1) : nil
        }
    }

    private func words(for deadline: TrainingRequirement.Deadline, _ settings: ModelSettings) -> String {
        switch deadline {
        case .firstCase: "before the first family"
        case .months(let key): settings.whole(key).map { "within \($0) months" } ?? "by now"
        }
    }
}

extension AlertCode {
    /// No supervision was held for longer than is usual.
    public static let noSupervision: AlertCode = "no-supervision"
    /// No consultation with the expert was held for longer than is usual.
    public static let noConsultation: AlertCode = "no-consultation"
    /// No booster was held for longer than is usual.
    public static let boosterLate: AlertCode = "booster-late"
    /// A therapist has more families than the share of a full-time post allows.
    public static let caseloadOver: AlertCode = "caseload-over"
    /// Somebody has families and is not in post.
    public static let caseWithoutPost: AlertCode = "case-without-post"
    /// Days come on which nobody can be called.
    public static let rotaGap: AlertCode = "rota-gap"
    /// The licence is about to end.
    public static let licenceExpires: AlertCode = "licence-expires"
    /// The licence ended.
    public static let licenceExpired: AlertCode = "licence-expired"
    /// There is no licence yet, or the readiness review is to come.
    public static let notLicensed: AlertCode = "not-licensed"
    /// Somebody works without a training that the model asks for.
    public static let trainingMissing: AlertCode = "training-missing"
}
