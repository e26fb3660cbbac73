import API
import CivilDate
import EpisodeEngine
import Intervention
import Practice

extension ReferralInbox {
    /// The referrals that wait.
    var json: JSON { ["on": .text("\(day)"), "referrals": .list(referrals.map(\.json))] }
}

extension WaitingReferral {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref), "name": .text(name), "version": .integer(Int(version.number)),
            "model": .text(model.id.text), "team": .text(team), "source": .text(source?.rawValue),
            "referredOn": .text("\(referredOn)"), "profile": profile.json, "step": .text(step.rawValue),
            "owners": .list(owners.map { .text($0.text) }), "owner": owner?.json ?? .null,
            "gaps": .list(gaps.map { .text($0.rawValue) }),
        ]
    }
}

extension Profile {
    /// What is known of a child; what is not is left out.
    fileprivate var json: JSON {
        let texts: [(String, String?)] = [
            ("birthMonth", birthMonth.map { "\($0)" }), ("sex", sex?.rawValue), ("ethnicity", ethnicity?.text),
            ("responsibleAuthority", responsibleAuthority?.text), ("deprivationIndex", deprivationIndex?.rawValue),
        ]
        let decile = deprivationDecile.map { [JSON.Member("deprivationDecile", .integer($0.number))] } ?? []
        return .object(texts.compactMap { name, text in text.map { JSON.Member(name, .text($0)) } } + decile)
    }
}

extension ReferralSheet {
    /// The referral with what a decision about it stands on.
    var json: JSON {
        [
            "ref": .text(ref.text), "child": .text("\(facts.referral.child)"), "name": .text(name),
            "version": .integer(Int(version.number)), "model": .text(model.id.text), "team": .text(team),
            "source": .text(facts.referral.source?.rawValue), "referredOn": .text("\(facts.referredOn)"),
            "profile": facts.referral.profile.json, "step": .text(step?.rawValue),
            "models": .list(
                models.map {
                    [
                        "id": .text($0.id.text), "version": .integer(Int($0.version.number)), "title": .text($0.title),
                    ]
                }),
            "caseloads": .list(caseloads.map(\.json)), "given": .list(owners.map(\.json)),
        ]
    }
}

extension ReferralOwner {
    fileprivate var json: JSON { ["staff": .text(staff), "at": .text("\(at)"), "by": .text(by.text)] }
}

extension InterviewList {
    /// The interviews that are owed.
    var json: JSON { ["on": .text("\(day)"), "interviews": .list(due.map(\.json))] }
}

extension InterviewDue {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref.text), "version": .integer(Int(version.number)), "team": .text(team),
            "therapist": .text(therapist), "instrument": .text(instrument.id.text), "slot": .integer(slot),
            "dueOn": .text("\(dueOn)"), "lastOn": .text(lastOn), "standing": .text(standing.word),
            "contacts": .list(contacts.map(\.json)),
            "attempts": .list(
                attempts.map { attempt in
                    [
                        "outcome": .text(attempt.outcome.rawValue), "again": .text(attempt.again),
                        "part": .text(attempt.part?.rawValue), "at": .text("\(attempt.at)"),
                        "by": .text(attempt.by.text),
                    ]
                }),
        ]
    }
}

extension InterviewDue.Standing {
    fileprivate var word: String {
        switch self {
        case .overdue: "overdue"
        case .open: "open"
        case .upcoming: "upcoming"
        }
    }
}

extension FamilyContact {
    fileprivate var json: JSON {
        ["relation": .text(relation), "name": .text(name), "telephone": .text(telephone)]
    }
}

extension ClosingSheet {
    /// What closing stands on.
    var json: JSON {
        [
            "ref": .text(ref.text), "name": .text(name), "version": .integer(Int(version.number)),
            "on": .text("\(day)"), "model": .text(model.id.text), "stay": stay.map { .integer($0.number) } ?? .null,
            "reasons": .list(
                reasons.map { judged in
                    [
                        "reason": .text(judged.reason.id.text), "title": .text(judged.reason.title),
                        "advice": .list(judged.advice.map { .text($0) }), "refusal": .text(judged.refusal),
                    ]
                }),
            "outcomes": .list(
                outcomes.map { outcome in
                    [
                        "outcome": .text(outcome.definition.key.text), "title": .text(outcome.definition.title),
                        "evidence": .list(outcome.evidence.map { .text($0) }),
                    ]
                }),
            "owed": .list(owed.map { $0.json(about: nil) }), "closing": closing.map(\.json) ?? .null,
        ]
    }
}

extension FollowUpList {
    /// The follow-ups that are owed.
    var json: JSON { ["on": .text("\(day)"), "followUps": .list(due.map(\.json))] }
}

extension FollowUpList.Due {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref.text), "version": .integer(Int(version.number)), "name": .text(name),
            "therapist": .text(therapist), "month": .integer(month.rawValue), "dueOn": .text("\(dueOn)"),
            "lastOn": .text(lastOn), "isOpen": .boolean(isOpen), "attempts": .integer(attempts),
            "outcomes": .list(outcomes.map { .text($0.key.text) }), "contacts": .list(contacts.map(\.json)),
        ]
    }
}

extension OnCallSheet {
    /// The night.
    var json: JSON {
        [
            "on": .text("\(day)"), "telephones": .list(telephones.map(\.json)), "families": .list(families.map(\.json)),
            "calls": .list(calls.map(\.json)), "own": .list(own.map { .text($0.text) }),
        ]
    }
}

extension Telephone {
    fileprivate var json: JSON {
        [
            "team": .text(team.text),
            "spells": .list(
                spells.map { spell in
                    [
                        "staff": .text(spell.staff.text), "from": .text("\(spell.from)"),
                        "through": .text("\(spell.through)"),
                    ]
                }),
        ]
    }
}

extension OnCallFamily {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref), "team": .text(team), "therapist": .text(therapist),
            "people": .list(people.map(\.json)),
            "plan": plan.map { ["since": .text("\($0.since)"), "text": .text($0.text)] } ?? .null,
            "lastCrisis": .text(lastCrisis), "lastCall": .text(lastCall), "alerts": .list(alerts.map(\.json)),
        ]
    }
}

extension CallLine {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "team": .text(team), "episode": .text(episode), "ref": .text(ref),
            "caller": .text(caller.rawValue), "done": .text(done.rawValue), "cameAt": .text("\(cameAt)"),
            "words": .text(words), "takenBy": .text(takenBy.text),
        ]
    }
}

extension HandoverSheet {
    /// The calls that are handed over.
    var json: JSON {
        [
            "team": .text(team.text), "teams": .list(teams.map { .text($0.text) }), "on": .text("\(day)"),
            "from": .text("\(from)"), "until": .text("\(until)"), "telephone": telephone.json,
            "calls": .list(calls.map(\.json)),
            "readings": .list(
                readings.map { reading in
                    [
                        "by": .text(reading.by.text), "at": .text("\(reading.at)"), "calls": .integer(reading.calls),
                    ]
                }),
        ]
    }
}
