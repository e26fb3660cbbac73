import CivilDate
import Intervention
import Practice
import Sites

extension SiteView {
    /// The site for programs.
    var json: OrderedJSON {
        .object([
            "site": .text(site.code.text), "name": .text(site.name), "on": .text(day.description),
            "jurisdiction": .text(site.jurisdiction.rawValue), "timeZone": .text(site.timeZone.name),
            "configuration": .object([
                "version": .integer(Int(configuration.version.number)),
                "appliedAt": .text(configuration.appliedAt.description), "appliedBy": .text(configuration.appliedBy),
            ]),
            "authorities": .list(file.authorities.map { .text($0.text) }),
            "consent": file.consent.map { .text($0.rawValue) } ?? .null,
            "models": .list(models.map(SiteView.json)), "licence": file.licence.map(SiteView.json) ?? .null,
            "teams": .list(file.teams.filter { $0.startedOn <= day }.map(json)),
        ])
    }

    private func json(_ team: SiteFile.Team) -> OrderedJSON {
        let staff = team.staff.filter { $0.covers(day) }.map { post in
            OrderedJSON.object([
                "staff": .text(post.staff.text), "role": .text(post.role.rawValue), "fte": .decimal("\(post.fte)"),
                "from": .text(post.from.description), "until": SiteView.day(post.through),
            ])
        }
        let spells = (team.rota?.spells ?? []).filter { $0.from <= lastOfWeek && day <= $0.through }.map { spell in
            OrderedJSON.object([
                "from": .text(spell.from.description), "until": .text(spell.through.description),
                "staff": .text(spell.staff.text),
            ])
        }
        return .object([
            "code": .text(team.code.text), "model": .text(team.model.text),
            "startedOn": .text(team.startedOn.description),
            "authorities": .list(team.authorities.map { .text($0.text) }), "staff": .list(staff),
            "rota": .list(spells),
        ])
    }

    private static func json(_ licence: SiteLicence) -> OrderedJSON {
        let terms = [licence.term] + licence.furtherTerms.map(\.term)
        return .object([
            "holder": .text(licence.holder),
            "models": licence.models.map { .list($0.map { .text($0.text) }) } ?? .null,
            "readinessReview": day(licence.readinessReview),
            "terms": .list(
                terms.map { .object(["from": .text($0.from.description), "until": .text($0.through.description)]) }),
        ])
    }

    private static func json(_ shown: Model) -> OrderedJSON {
        let values = shown.values.map { value in
            OrderedJSON.object([
                "key": .text(value.parameter.key.text), "value": json(value.value),
                "unit": .text(value.parameter.unit.rawValue), "bounds": .text(value.parameter.bounds.description),
                "from": day(value.setting?.from), "reason": value.setting.map { .text($0.reason) } ?? .null,
                "source": .text(value.parameter.source),
            ])
        }
        return .object([
            "id": .text(shown.model.id.text), "version": .integer(Int(shown.model.version.number)),
            "settings": .list(values),
        ])
    }

    private static func json(_ value: ParameterValue) -> OrderedJSON {
        switch value {
        case .whole(let number): .integer(number)
        case .billionths: .decimal(value.description)
        case .choice(let text): .text(text)
        }
    }

    private static func day(_ day: CivilDate?) -> OrderedJSON { day.map { .text($0.description) } ?? .null }
}
