import CivilDate
import Intervention
import Practice
import Sites

extension SiteView {
    /// The site for people.
    var lines: [String] {
        var lines = [
            "\(site.name) (\(site.code)), \(site.jurisdiction.rawValue), \(site.timeZone), as set up on \(day)",
            "Configuration: version \(configuration.version.number), applied \(configuration.appliedAt) "
                + "by \(configuration.appliedBy)",
            "Authorities: \(SiteView.list(file.authorities.map(\.text)))",
            "Consent: \(file.consent?.title ?? "not said")",
            "Models: \(SiteView.list(file.enabledModels.map(\.text)))",
        ]
        lines += licence
        lines += ["", "Teams"] + teams.lines
        if !staff.isEmpty { lines += ["", "Staff in post"] + staff.lines }
        if !rota.isEmpty { lines += ["", "On call until \(lastOfWeek)"] + rota.lines }
        for shown in models { lines += ["", "\(shown.model.title) (\(shown.model.id))"] + SiteView.table(shown).lines }
        return lines
    }

    /// The seventh day of the week that begins with the day.
    var lastOfWeek: CivilDate { day.adding(days: 6) }

    private var licence: [String] {
        guard let licence = file.licence else { return ["Licence: none"] }
        let terms = [licence.term] + licence.furtherTerms.map(\.term)
        let covered = licence.models.map { " for \(SiteView.list($0.map(\.text)))" } ?? ""
        let review = licence.readinessReview.map { "readiness review on \($0)" } ?? "no readiness review"
        let standing = terms.contains { $0.covers(day) } ? "valid" : "not valid on \(day)"
        return [
            "Licence: held by \(licence.holder)\(covered), "
                + terms.map { "\($0.from) to \($0.through)" }.joined(separator: ", ") + "; \(review); \(standing)"
        ]
    }

    private var teams: TextTable {
        var table = TextTable(["team", "model", "started on", "further authorities"])
        for team in site.teams where team.startedOn <= day {
            let own = file.teams.first { $0.code == team.code }
            table.add([
                team.code.text, team.model.text, "\(team.startedOn)",
                own.map { SiteView.list($0.authorities.map(\.text)) } ?? "not in the file",
            ])
        }
        return table
    }

    private var staff: TextTable {
        var table = TextTable(
            ["team", "staff", "role", "fte", "from", "until"], [.left, .left, .left, .right, .left, .left])
        for team in file.teams {
            for post in team.staff where post.covers(day) {
                table.add([
                    team.code.text, post.staff.text, post.role.rawValue, "\(post.fte)", "\(post.from)",
                    post.through.map { "\($0)" } ?? "-",
                ])
            }
        }
        return table
    }

    private var rota: TextTable {
        var table = TextTable(["team", "from", "until", "staff"])
        for team in file.teams {
            for spell in team.rota?.spells ?? [] where spell.from <= lastOfWeek && day <= spell.through {
                table.add([team.code.text, "\(spell.from)", "\(spell.through)", spell.staff.text])
            }
        }
        return table
    }

    private static func table(_ shown: Model) -> TextTable {
        var table = TextTable(
            ["parameter", "value", "allowed", "unit", "set from", "reason", "source of the bounds"],
            [.left, .right, .left, .left, .left, .left, .left])
        for value in shown.values {
            table.add([
                value.parameter.key.text, "\(value.value)", "\(value.parameter.bounds)",
                value.parameter.unit.rawValue,
                value.setting.map { "\($0.from)" } ?? (value.value == value.parameter.standard ? "standard" : "always"),
                value.setting?.reason ?? "-", value.parameter.source,
            ])
        }
        return table
    }

    private static func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
}
