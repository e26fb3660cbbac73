import CivilDate
import Intervention

extension EpisodeEvent {
    package func payload() -> PayloadValue {
        switch self {
        case .referred(let referral, let version): .object(EpisodeEvent.payload(referral, version))
        case .screened(let screening): .object(EpisodeEvent.payload(screening))
        case .allocated(let allocation): .object(EpisodeEvent.payload(allocation))
        case .treatmentStarted(let phase, let setting), .phaseEntered(let phase, let setting):
            .object(PayloadObject(phase: phase, setting: setting))
        case .stepPlanned(let step): .object(EpisodeEvent.payload(step))
        case .contactRecorded(let contact): .object(EpisodeEvent.payload(contact))
        case .interviewRecorded(let judged): .object(judged.payload())
        case .closed(let closing, let group, let days): .object(EpisodeEvent.payload(closing, group, days))
        case .followedUp(let followUp, let window): .object(EpisodeEvent.payload(followUp, window))
        case .participantJoined(let participant): .object(PayloadObject(participant))
        case .participantLeft(let id): .object(PayloadObject(participant: id))
        case .factRecorded(let fact, let extent, let steps): .object(PayloadObject(fact, extent, steps))
        case .factWithdrawn(let id): .object(PayloadObject(fact: id))
        case .moduleStarted(let start, let held, let unmet): .object(PayloadObject(start, on: held, unmet: unmet))
        case .moduleFinished(let finish, let hasAim): .object(PayloadObject(finish, hasAim: hasAim))
        case .moduleCountersigned(let signature): .object(PayloadObject(signature))
        case .moved(let move): .object(PayloadObject(move))
        case .corrected(let set): set.payload()
        }
    }

    private static func payload(_ referral: Referral, _ version: ModelVersion) -> PayloadObject {
        var object = PayloadObject()
        object.set("child", text: referral.child.description)
        object.set("ref", text: referral.ref?.text)
        object.set("model", text: referral.model.text)
        object.set("modelVersion", .integer(Int64(version.number)))
        object.set("team", text: referral.team.description)
        object.set("source", text: referral.source?.rawValue)
        let profile = referral.profile
        object.set("birthMonth", text: profile.birthMonth?.description)
        object.set("sex", text: profile.sex?.rawValue)
        object.set("ethnicity", text: profile.ethnicity?.text)
        object.set("responsibleAuthority", text: profile.responsibleAuthority?.text)
        object.set("deprivationIndex", text: profile.deprivationIndex?.rawValue)
        object.set("deprivationDecile", profile.deprivationDecile.map { .integer(Int64($0.number)) })
        return object
    }

    private static func payload(_ screening: Screening) -> PayloadObject {
        var object = PayloadObject()
        switch screening.verdict {
        case .accepted: object.set("decision", text: ReferralDecision.accepted.rawValue)
        case .declined(let reason):
            object.set("decision", text: ReferralDecision.declined.rawValue)
            object.set("declineReason", text: reason.rawValue)
        }
        object.set("dayIsEstimated", .boolean(screening.dayIsEstimated))
        object.set("onward", text: screening.onward?.rawValue)
        object.set("answers", PayloadObject.byKey(screening.answers.answers) { .string($0.rawValue) })
        object.set("days", PayloadObject.byKey(screening.answers.days) { .string($0.description) })
        return object
    }

    private static func payload(_ allocation: Allocation) -> PayloadObject {
        var object = PayloadObject()
        object.set("team", text: allocation.team.description)
        object.set("therapist", text: allocation.therapist?.text)
        return object
    }

    private static func payload(_ step: PlannedStep) -> PayloadObject {
        var object = PayloadObject(phase: step.phase)
        object.set("plannedOn", text: step.plannedOn.description)
        return object
    }

    private static func payload(_ contact: Contact) -> PayloadObject {
        var object = PayloadObject()
        object.set("contact", text: contact.id.description)
        object.set("mode", text: contact.mode.rawValue)
        object.set("with", text: contact.party.rawValue)
        object.set("minutes", contact.minutes.map { .integer(Int64($0.number)) })
        return object
    }

    private static func payload(_ closing: Closing, _ group: ClosureGroup, _ days: DayCount) -> PayloadObject {
        var object = PayloadObject()
        object.set("reason", text: closing.reason.text)
        object.set("group", text: group.rawValue)
        object.set("interviewExpectedFromDays", .integer(Int64(days.number)))
        object.set("outcomes", PayloadObject.byKey(closing.outcomes) { .string($0.rawValue) })
        return object
    }

    private static func payload(_ followUp: FollowUp, _ window: FollowUpWindow?) -> PayloadObject {
        var object = PayloadObject()
        object.set("month", .integer(Int64(followUp.month.rawValue)))
        object.set("status", text: followUp.status.rawValue)
        object.set("opensBeforeDays", window.map { .integer(Int64($0.opensBefore.number)) })
        object.set("closesAfterDays", window.map { .integer(Int64($0.closesAfter.number)) })
        object.set("outcomes", PayloadObject.byKey(followUp.outcomes) { .string($0.rawValue) })
        return object
    }
}

extension PayloadObject {
    init(phase: PhaseID, setting: PhaseSetting? = nil) {
        self.init()
        set("phase", text: phase.text)
        set("setting", text: setting?.rawValue)
    }

    /// Values by the keys of a vocabulary; nil when there is none.
    static func byKey<Subject, Value>(
        _ values: [Term<Subject>: Value], _ form: (Value) -> PayloadValue
    ) -> PayloadValue? {
        guard !values.isEmpty else { return nil }
        var object = PayloadObject()
        for (key, value) in values { object.set(key.text, form(value)) }
        return .object(object)
    }
}
