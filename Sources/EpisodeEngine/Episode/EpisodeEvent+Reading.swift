import CivilDate
import Intervention

extension EpisodeEvent {
    package init(name: EventName, payload: WrittenPayload) throws(PayloadFault) {
        if name == .corrected {
            self = .corrected(try CorrectionSet(payload: payload))
            return
        }
        var reader = try PayloadReader(payload)
        switch name {
        case .referred:
            let referral = try EpisodeEvent.referral(&reader)
            self = .referred(referral, try reader.number("modelVersion") { Int32(exactly: $0).map(ModelVersion.init) })
        case .screened: self = .screened(try EpisodeEvent.screening(&reader))
        case .allocated:
            self = .allocated(
                Allocation(
                    team: try reader.id("team"), therapist: try reader.optionalText("therapist") { StaffCode($0) })
            )
        case .treatmentStarted:
            let phase = try reader.text("phase") { PhaseID($0) }
            self = .treatmentStarted(phase, setting: try reader.optionalWord("setting", as: PhaseSetting.self))
        case .phaseEntered:
            let phase = try reader.text("phase") { PhaseID($0) }
            self = .phaseEntered(phase, setting: try reader.optionalWord("setting", as: PhaseSetting.self))
        case .stepPlanned:
            let phase = try reader.text("phase") { PhaseID($0) }
            self = .stepPlanned(PlannedStep(into: phase, plannedOn: try reader.day("plannedOn")))
        case .contactRecorded: self = .contactRecorded(try EpisodeEvent.contact(&reader))
        case .interviewRecorded: self = .interviewRecorded(try JudgedInterview(&reader))
        case .closed:
            let closing = Closing(
                reason: try reader.text("reason") { ClosureReasonID($0) },
                outcomes: try reader.byKey("outcomes") { $0.text.flatMap(Answer.init(rawValue:)) }
            )
            let group = try reader.word("group", as: ClosureGroup.self)
            let days = try reader.number("interviewExpectedFromDays") { Int(exactly: $0).map(DayCount.init) }
            self = .closed(closing, group, interviewExpectedFrom: days)
        case .followedUp:
            let followUp = FollowUp(
                month: try reader.number("month") { Int(exactly: $0).flatMap(FollowUpMonth.init(rawValue:)) },
                status: try reader.word("status", as: FollowUpStatus.self),
                outcomes: try reader.byKey("outcomes") { $0.text.flatMap(Answer.init(rawValue:)) }
            )
            self = .followedUp(followUp, window: try EpisodeEvent.window(&reader))
        default: self = try EpisodeEvent.ofTreatment(name, &reader)
        }
        try reader.finish()
    }

    private static func referral(_ reader: inout PayloadReader) throws(PayloadFault) -> Referral {
        let profile = Profile(
            birthMonth: try reader.optionalText("birthMonth") { CivilMonth(iso: $0) },
            sex: try reader.optionalWord("sex", as: Sex.self),
            ethnicity: try reader.optionalText("ethnicity") { EthnicityCode($0) },
            responsibleAuthority: try reader.optionalText("responsibleAuthority") { AuthorityCode($0) },
            deprivationIndex: try reader.optionalWord("deprivationIndex", as: DeprivationIndex.self),
            deprivationDecile: try reader.optionalNumber("deprivationDecile") {
                Int(exactly: $0).flatMap(DeprivationDecile.init)
            }
        )
        return Referral(
            child: try reader.id("child"), ref: try reader.optionalText("ref") { EpisodeRef($0) },
            model: try reader.text("model") { ModelID($0) }, team: try reader.id("team"),
            source: try reader.optionalWord("source", as: ReferralSource.self), profile: profile
        )
    }

    private static func screening(_ reader: inout PayloadReader) throws(PayloadFault) -> Screening {
        let decision = try reader.word("decision", as: ReferralDecision.self)
        let reason = try reader.optionalWord("declineReason", as: DeclineReason.self)
        let verdict: Screening.Verdict
        switch (decision, reason) {
        case (.accepted, nil): verdict = .accepted
        case (.declined, let reason?): verdict = .declined(reason)
        default: throw .wrongForm("decision")
        }
        return Screening(
            verdict, dayIsEstimated: try reader.truth("dayIsEstimated"),
            onward: try reader.optionalWord("onward", as: OnwardService.self),
            answers: ReferralAnswers(
                answers: try reader.byKey("answers") { $0.text.flatMap(Answer.init(rawValue:)) },
                days: try reader.byKey("days") { $0.day }
            )
        )
    }

    private static func window(_ reader: inout PayloadReader) throws(PayloadFault) -> FollowUpWindow? {
        let before = try reader.optionalNumber("opensBeforeDays") { Int(exactly: $0).map(DayCount.init) }
        let after = try reader.optionalNumber("closesAfterDays") { Int(exactly: $0).map(DayCount.init) }
        switch (before, after) {
        case (let before?, let after?): return FollowUpWindow(opensBefore: before, closesAfter: after)
        case (nil, nil): return nil
        default: throw .wrongForm("opensBeforeDays")
        }
    }

    private static func contact(_ reader: inout PayloadReader) throws(PayloadFault) -> Contact {
        Contact(
            id: try reader.id("contact"), mode: try reader.word("mode", as: ContactMode.self),
            party: try reader.word("with", as: ContactParty.self),
            minutes: try reader.optionalNumber("minutes") { Int(exactly: $0).flatMap(Minutes.init) }
        )
    }
}
