import API
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Practice

extension ChildSheet {
    /// What is on record of the child; the same version is the same bytes.
    var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(facts.ref), "version": .integer(Int(version.number)),
            "placements": .list(
                facts.placements.map { spell in
                    [
                        "id": .text("\(spell.placement.id)"), "setting": .text(spell.placement.setting.rawValue),
                        "reason": .text(spell.placement.reason?.rawValue),
                        "endReason": .text(spell.endReason?.rawValue),
                        "from": .text("\(spell.startedOn)"), "until": .text(spell.endedOn),
                    ]
                }),
            "provision": .list(
                facts.provision.map { spell in
                    [
                        "id": .text("\(spell.provision.id)"), "kind": .text(spell.provision.kind.rawValue),
                        "from": .text("\(spell.startedOn)"), "until": .text(spell.endedOn),
                    ]
                }),
            "households": .list(
                facts.households.map { ["from": .text("\($0.from)"), "household": .text($0.household)] }),
            "schooling": .list(
                facts.schooling.map { ["from": .text("\($0.from)"), "status": .text($0.status.rawValue)] }),
            "offences": .list(
                facts.offences.map { dated in
                    [
                        "id": .text("\(dated.offence.id)"), "on": .text("\(dated.on)"),
                        "kind": .text(dated.offence.kind.rawValue),
                    ]
                }),
            "death": facts.death.map {
                ["on": .text("\($0.on)"), "dayIsEstimated": .boolean($0.death.dayIsEstimated)]
            } ?? .null,
        ]
    }
}

extension TeamSheet {
    /// What is on record of the team; the same version is the same bytes.
    var json: JSON {
        let sessions =
            facts.supervisions.map { json($0, "supervision") } + facts.consultations.map { json($0, "consultation") }
            + facts.boosters.map { json($0, "booster") }
        return [
            "code": .text(code.text), "version": .integer(Int(version.number)), "sessions": .list(sessions),
            "trainings": .list(
                facts.trainings.map { dated in
                    [
                        "on": .text("\(dated.on)"), "staff": .text(dated.value.staff.text),
                        "kind": .text(dated.value.kind.text),
                    ]
                }),
            "onCall": .list(
                facts.onCall.map { spell in
                    [
                        "staff": .text(spell.staff.text), "from": .text("\(spell.from)"),
                        "through": .text("\(spell.through)"),
                    ]
                }),
            "briefings": .list(facts.briefings.map(TeamSheet.json)),
            "licences": .list(
                facts.licences.map { dated in
                    [
                        "on": .text("\(dated.on)"), "from": .text("\(dated.value.from)"),
                        "through": .text("\(dated.value.through)"),
                    ]
                }),
            "stages": .list(
                facts.stages.map { ["on": .text("\($0.on)"), "stage": .text($0.value.rawValue)] }),
        ]
    }

    private func json(_ dated: Dated<TeamSession>, _ kind: String) -> JSON {
        [
            "id": .text("\(dated.value.id)"), "on": .text("\(dated.on)"), "kind": .text(kind),
            "staff": .list(dated.value.staff.map { .text($0.text) }),
            "episodes": .list(dated.value.episodes.map { .text(refs[$0]) }),
        ]
    }

    private static func json(_ dated: Dated<Briefing>) -> JSON {
        [
            "id": .text("\(dated.value.id)"), "on": .text("\(dated.on)"), "ref": .text(dated.value.ref),
            "audience": .text(dated.value.audience.rawValue), "attended": .integer(dated.value.attended.number),
        ]
    }
}

extension EventSheet {
    /// The events, each as the record says it.
    var json: JSON {
        [
            "version": .integer(Int(version.number)),
            "events": .list(
                events.map { line in
                    [
                        "seq": .integer(Int(line.seq.number)), "on": .text("\(line.on)"),
                        "event": .text(line.name.rawValue), "says": JSON(line.payload),
                        "isWithdrawn": .boolean(line.isWithdrawn),
                    ]
                }),
        ]
    }
}

extension JSON {
    /// What an event carries.
    fileprivate init(_ value: PayloadValue) {
        self =
            switch value {
            case .object(let object): .object(object.fields.map { Member($0.name, JSON($0.value)) })
            case .array(let values): .list(values.map { JSON($0) })
            case .string(let text): .text(text)
            case .integer(let number): .integer(Int(number))
            case .boolean(let truth): .boolean(truth)
            }
    }
}

extension FactSheet {
    /// The facts with their texts.
    var json: JSON {
        [
            "id": .text("\(id)"), "version": .integer(Int(version.number)), "facts": .list(facts.map(json)),
            "participants": .list(
                participants.map { spell in
                    [
                        "id": .text("\(spell.participant.id)"), "role": .text(spell.participant.role.rawValue),
                        "child": .text(spell.participant.child), "from": .text("\(spell.from)"),
                        "until": .text(spell.until),
                    ]
                }),
            "modules": .list(modules.map(json)),
        ]
    }

    private func json(_ dated: DatedFact) -> JSON {
        [
            "id": .text("\(dated.fact.id)"), "kind": .text(dated.fact.kind.text), "about": json(dated.fact.about),
            "from": .text("\(dated.from)"), "until": .text(dated.until), "phase": .text(dated.phase.text),
            "fields": .object(
                dated.fact.fields.sorted { $0.key < $1.key }.map { .init($0.key.text, json($0.value)) }),
        ]
    }

    private func json(_ value: FactValue) -> JSON {
        switch value {
        case .choice(let word): .text(word.text)
        case .answer(let answer): .text(answer.rawValue)
        case .whole(let number): .integer(number)
        case .day(let day): .text("\(day)")
        case .staff(let code): .text(code.text)
        case .link(let id): .text("\(id)")
        case .narrative(let reference): .text(texts[reference.id])
        }
    }

    private func json(_ run: ModuleRun) -> JSON {
        [
            "run": .text("\(run.id)"), "module": .text(run.module.text), "about": json(run.about),
            "ending": .text(run.ending?.rawValue), "unmet": .list(run.unmet.map { .text($0.text) }),
            "because": .text(run.override?.reason.rawValue),
            "note": .text(run.override?.narrative.flatMap { texts[$0.id] }),
            "countersigned": run.countersigned.map { ["by": .text($0.by.text), "on": .text("\($0.on)")] } ?? .null,
            "from": .text("\(run.from)"), "until": .text(run.until),
        ]
    }

    private func json(_ subject: FactSubject) -> JSON {
        switch subject {
        case .family: "family"
        case .index: "index"
        case .participant(let id): .text("\(id)")
        }
    }
}

extension EpisodeMovePreview {
    /// What the move would change.
    var json: JSON {
        [
            "shown": .text("\(token)"), "version": .integer(Int(token.events)), "from": EpisodeMovePreview.json(from),
            "to": EpisodeMovePreview.json(to), "on": .text("\(day)"),
            "differences": .list(
                differences.map { difference in
                    [
                        "key": .text(difference.key.text), "before": .text(difference.before),
                        "after": .text(difference.after),
                    ]
                }),
            "obligationsGone": .list(obligationsGone.map(EpisodeMovePreview.json)),
            "obligationsNew": .list(obligationsNew.map(EpisodeMovePreview.json)),
            "alertsGone": .list(alertsGone.map { .text($0.sentence) }),
            "alertsNew": .list(alertsNew.map { .text($0.sentence) }),
            "misfits": .list(misfits.map { .integer(Int($0.seq.number)) }),
        ]
    }

    private static func json(_ envelope: ModelEnvelope) -> JSON {
        [
            "modelVersion": .integer(Int(envelope.version.number)),
            "settingsVersion": .integer(Int(envelope.settings.number)),
        ]
    }

    private static func json(_ obligation: Obligation) -> JSON {
        ["kind": .text(obligation.kind.text), "dueOn": .text("\(obligation.dueOn)")]
    }
}
