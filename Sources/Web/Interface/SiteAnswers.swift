import API
import CivilDate
import Intervention
import Practice
import Sites

extension Site {
    /// The site with its teams.
    var json: JSON {
        [
            "code": .text(code.text), "name": .text(name), "jurisdiction": .text(jurisdiction.rawValue),
            "timeZone": .text(timeZone.name),
            "teams": .list(
                teams.map {
                    [
                        "code": .text($0.code.text), "model": .text($0.model.text),
                        "startedOn": .text("\($0.startedOn)"),
                    ]
                }),
        ]
    }
}

extension SiteView {
    /// The site with what its models are set to.
    var json: JSON {
        [
            "site": site.json, "on": .text("\(day)"), "settingsVersion": .integer(Int(configuration.version.number)),
            "models": .list(
                models.map { shown in
                    [
                        "id": .text(shown.model.id.text), "version": .integer(Int(shown.model.version.number)),
                        "settings": .list(shown.values.map(SiteView.json)),
                    ]
                }),
        ]
    }

    private static func json(_ value: Value) -> JSON {
        let written: JSON =
            switch value.value {
            case .whole(let number): .integer(number)
            case .billionths: .decimal(value.value.description)
            case .choice(let text): .text(text)
            }
        return [
            "key": .text(value.parameter.key.text), "value": written, "unit": .text(value.parameter.unit.rawValue),
            "from": .text(value.setting?.from),
        ]
    }
}

extension SiteDuties {
    /// What is owed and what asks to be looked at.
    func json(of site: SiteCode) -> JSON {
        [
            "site": .text(site.text), "on": .text("\(day)"), "teams": .list(teams.map(\.json)),
            "episodes": .list(episodes.map(\.json)),
        ]
    }
}

extension DutiesOfTeam {
    fileprivate var json: JSON {
        [
            "team": .text(code.text), "model": .text(model.text), "families": .integer(families),
            "obligations": .list(obligations.map { $0.json(about: nil) }), "alerts": .list(alerts.map(\.json)),
        ]
    }
}

extension EpisodeDuties {
    fileprivate var json: JSON {
        [
            "id": .text("\(id)"), "ref": .text(ref), "model": .text(model.text), "team": .text(team),
            "therapist": .text(therapist),
            "obligations": .list(obligations.map { $0.json(about: labels[$0.about]) }),
            "alerts": .list(alerts.map(\.json)),
        ]
    }
}

extension SubjectLabel {
    fileprivate var json: JSON {
        [
            "role": .text(role.rawValue), "number": number.map { .integer($0) } ?? .null,
            "participant": .text(participant),
        ]
    }
}

extension Obligation {
    /// What is owed.
    func json(about label: SubjectLabel?) -> JSON {
        [
            "kind": .text(kind.text), "ordinal": .integer(ordinal), "about": label.map(\.json) ?? .null,
            "opensOn": .text("\(opensOn)"), "dueOn": .text("\(dueOn)"), "closesOn": .text(closesOn),
            "standing": .text(standing.word), "attempts": .integer(attempts),
        ]
    }
}

extension Alert {
    /// What asks to be looked at.
    var json: JSON {
        [
            "code": .text(code.text), "urgency": .text(urgency.rawValue), "since": .text("\(since)"),
            "sentence": .text(sentence),
        ]
    }
}
