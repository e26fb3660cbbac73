import CivilDate
import Intervention
import Practice

/// Tells people and programs what is owed at a site on a day.
struct DutiesTelling {
    private let duties: SiteDuties
    private let site: SiteCode

    /// What is told of a site.
    init(_ duties: SiteDuties, of site: SiteCode) {
        self.duties = duties
        self.site = site
    }

    /// Tells it: a table, each team above the families.
    func tell(_ console: Console) throws {
        var table = TextTable(["episode", "team", "therapist", "urgency", "what", "about", "since or due", "sentence"])
        for team in duties.teams {
            add(team.alerts, team.obligations, [:], after: ["-", team.code.text, "-"], to: &table)
        }
        for episode in duties.episodes {
            let start = [
                episode.ref?.text ?? episode.id.description, episode.team?.text ?? "-", episode.therapist?.text ?? "-",
            ]
            add(episode.alerts, episode.obligations, episode.labels, after: start, to: &table)
        }
        if table.isEmpty {
            return console.say("Nothing is owed on \(duties.day), and nothing asks to be looked at.")
        }
        for line in table.lines { try console.result(line) }
        console.say("Teams: \(duties.teams.count), episodes: \(duties.episodes.count), on \(duties.day).")
    }

    private func add(
        _ alerts: [Alert], _ obligations: [Obligation], _ labels: [FactSubject: SubjectLabel],
        after start: [String], to table: inout TextTable
    ) {
        for alert in alerts {
            table.add(start + [alert.urgency.rawValue, alert.code.text, "-", "\(alert.since)", alert.sentence])
        }
        for owed in obligations where owed.standing == .open {
            let until = owed.closesOn.map { " until \($0.adding(days: -1))" } ?? ""
            table.add(
                start + [
                    "-", "\(owed.kind) \(owed.ordinal)", labels[owed.about]?.text ?? "-", "\(owed.dueOn)",
                    "open\(until)\(attempts(owed))",
                ])
        }
    }

    private func attempts(_ owed: Obligation) -> String {
        switch owed.attempts {
        case 0: ""
        case 1: "; tried once, nobody reached"
        default: "; tried \(owed.attempts) times, nobody reached"
        }
    }

    /// All of it, for programs.
    var json: OrderedJSON {
        .object([
            "site": .text(site.text), "on": .text(duties.day.description),
            "teams": .list(duties.teams.map(json)), "episodes": .list(duties.episodes.map(json)),
        ])
    }

    private func json(_ team: DutiesOfTeam) -> OrderedJSON {
        .object([
            "team": .text(team.code.text), "model": .text(team.model.text), "families": .integer(team.families),
            "obligations": .list(team.obligations.map { json($0, about: nil) }), "alerts": .list(team.alerts.map(json)),
        ])
    }

    private func json(_ episode: EpisodeDuties) -> OrderedJSON {
        .object([
            "id": .text(episode.id.description), "ref": episode.ref.map { .text($0.text) } ?? .null,
            "model": .text(episode.model.text), "team": episode.team.map { .text($0.text) } ?? .null,
            "therapist": episode.therapist.map { .text($0.text) } ?? .null,
            "obligations": .list(episode.obligations.map { json($0, about: episode.labels[$0.about]) }),
            "alerts": .list(episode.alerts.map(json)),
        ])
    }

    private func json(_ label: SubjectLabel) -> OrderedJSON {
        .object([
            "role": .text(label.role.rawValue), "number": label.number.map { .integer($0) } ?? .null,
            "participant": label.participant.map { .text($0.description) } ?? .null,
        ])
    }

    private func json(_ owed: Obligation, about label: SubjectLabel?) -> OrderedJSON {
        .object([
            "kind": .text(owed.kind.text), "ordinal": .integer(owed.ordinal), "about": label.map(json) ?? .null,
            "opensOn": .text(owed.opensOn.description), "dueOn": .text(owed.dueOn.description),
            "closesOn": owed.closesOn.map { .text($0.description) } ?? .null, "standing": .text(owed.standing.word),
            "attempts": .integer(owed.attempts),
        ])
    }

    private func json(_ alert: Alert) -> OrderedJSON {
        .object([
            "code": .text(alert.code.text), "urgency": .text(alert.urgency.rawValue),
            "since": .text(alert.since.description), "sentence": .text(alert.sentence),
        ])
    }
}
