import API
import CivilDate
import EpisodeStore
import Intervention
import Practice
import Sites

extension ListedEpisode {
    /// The episode as a line of a list.
    func json(_ teams: [TeamID: TeamCode]) -> JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref), "model": .text(model.text), "team": .text(teams[team]),
            "therapist": .text(therapist), "phase": .text(phase.text), "decision": .text(decision.rawValue),
            "referredOn": .text("\(referredOn)"), "decidedOn": .text(decidedOn), "startedOn": .text(startedOn),
            "closedOn": .text(closedOn), "closureReason": .text(closureReason),
            "version": .integer(Int(version.number)),
        ]
    }
}

extension EpisodeSheet {
    /// What is on record, and nothing that changes with the day: the same version is the same bytes.
    var recordJSON: JSON {
        .object(
            [
                .init("id", .text("\(id)")), .init("ref", .text(facts.referral.ref)),
                .init("version", .integer(Int(version.number))), .init("child", .text("\(facts.referral.child)")),
                .init("model", .text(model.id.text)), .init("modelVersion", .integer(Int(model.version.number))),
                .init("settingsVersion", .integer(Int(settings.number))),
                .init("source", .text(facts.referral.source?.rawValue)),
                .init("referredOn", .text("\(facts.referredOn)")),
                .init("phase", .text(facts.phase.text)),
            ] + decided + [
                .init("assignments", .list(facts.assignments.map(assigned))),
                .init("startedOn", .text(facts.startedOn)),
                .init(
                    "phases",
                    .list(
                        facts.spells.map {
                            ["phase": .text($0.phase.text), "from": .text("\($0.from)"), "until": .text($0.until)]
                        })),
                .init("contacts", .list(facts.contacts.map(\.json))),
                .init("interviews", .list(facts.interviews.map(\.json))),
                .init("closing", facts.closing.map(\.json) ?? .null),
                .init("followUps", .list(facts.followUps.map(\.json))),
            ])
    }

    private var decided: [JSON.Member] {
        let decision = facts.decision
        var (word, reason): (ReferralDecision, DeclineReason?) = (.pending, nil)
        switch decision?.screening.verdict {
        case .accepted: word = .accepted
        case .declined(let why): (word, reason) = (.declined, why)
        case nil: word = .pending
        }
        return [
            .init("decision", .text(word.rawValue)), .init("decidedOn", .text(decision?.on)),
            .init("declineReason", .text(reason?.rawValue)),
        ]
    }

    private func assigned(_ assignment: Assignment) -> JSON {
        [
            "from": .text("\(assignment.from)"), "team": .text(teams[assignment.team]),
            "therapist": .text(assignment.therapist),
        ]
    }
}

extension DatedContact {
    fileprivate var json: JSON {
        [
            "id": .text("\(contact.id)"), "on": .text("\(on)"), "mode": .text(contact.mode.rawValue),
            "party": .text(contact.party.rawValue), "minutes": contact.minutes.map { .integer($0.number) } ?? .null,
        ]
    }
}

extension ScoredInterview {
    fileprivate var json: JSON {
        [
            "id": .text("\(interview.id)"), "on": .text("\(on)"), "instrument": .text(interview.instrument.text),
            "result": .text(interview.result.rawValue), "score": score.map { .decimal("\($0)") } ?? .null,
            "counts": .boolean(isValid),
        ]
    }
}

extension DatedClosing {
    /// The closing.
    var json: JSON {
        ["on": .text("\(on)"), "reason": .text(closing.reason.text), "outcomes": closing.outcomes.json]
    }
}

extension DatedFollowUp {
    fileprivate var json: JSON {
        [
            "on": .text("\(on)"), "month": .integer(followUp.month.rawValue),
            "status": .text(followUp.status.rawValue), "outcomes": followUp.outcomes.json,
        ]
    }
}

extension [OutcomeKey: Answer] {
    fileprivate var json: JSON {
        .object(sorted { $0.key < $1.key }.map { .init($0.key.text, .text($0.value.rawValue)) })
    }
}
