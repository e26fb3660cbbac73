import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward duties`.
struct DutiesCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract: "Lists what is owed to families and what somebody should look at, on a day.",
        discussion: Examples(
            "Each model says itself what is owed: interviews, follow-ups, and alerts about contact and length of "
                + "treatment. Nothing is recorded by asking.",
            .init("homeward duties --site demo-north", "What is owed today."),
            .init("homeward duties --site demo-north --team mst --on 2026-03-02 --format json", "For programs.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("Only this team's families.", valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(
        name: .long, help: ArgumentHelp("The day, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let (day, episodes) = try await bench.practice.duties(at: site, of: team, on: on)
            if format == .json { return try invocation.console.result(json(day, episodes).text) }
            try tell(day, episodes, invocation.console)
        }
    }

    private func tell(_ day: CivilDate, _ episodes: [EpisodeDuties], _ console: Console) throws {
        var table = TextTable(["episode", "team", "therapist", "urgency", "what", "since or due", "sentence"])
        for episode in episodes {
            let start = [
                episode.ref?.text ?? episode.id.description, episode.team?.text ?? "-", episode.therapist?.text ?? "-",
            ]
            for alert in episode.alerts {
                table.add(start + [alert.urgency.rawValue, alert.code.text, "\(alert.since)", alert.sentence])
            }
            for owed in episode.obligations where owed.standing == .open {
                table.add(
                    start + [
                        "-", "\(owed.kind) \(owed.ordinal)", "\(owed.dueOn)",
                        "open\(owed.closesOn.map { " until \($0.adding(days: -1))" } ?? "")\(attempts(owed))",
                    ])
            }
        }
        if table.isEmpty { return console.say("Nothing is owed on \(day), and nothing asks to be looked at.") }
        for line in table.lines { try console.result(line) }
        console.say("Episodes: \(episodes.count), on \(day).")
    }

    private func attempts(_ owed: Obligation) -> String {
        switch owed.attempts {
        case 0: ""
        case 1: "; tried once, nobody reached"
        default: "; tried \(owed.attempts) times, nobody reached"
        }
    }

    private func json(_ day: CivilDate, _ episodes: [EpisodeDuties]) -> OrderedJSON {
        .object([
            "site": .text(site.text), "on": .text(day.description), "episodes": .list(episodes.map(json)),
        ])
    }

    private func json(_ episode: EpisodeDuties) -> OrderedJSON {
        let obligations = episode.obligations.map { owed in
            OrderedJSON.object([
                "kind": .text(owed.kind.text), "ordinal": .integer(owed.ordinal),
                "opensOn": .text(owed.opensOn.description), "dueOn": .text(owed.dueOn.description),
                "closesOn": owed.closesOn.map { .text($0.description) } ?? .null, "standing": .text(owed.standing.word),
                "attempts": .integer(owed.attempts),
            ])
        }
        let alerts = episode.alerts.map { alert in
            OrderedJSON.object([
                "code": .text(alert.code.text), "urgency": .text(alert.urgency.rawValue),
                "since": .text(alert.since.description), "sentence": .text(alert.sentence),
            ])
        }
        return .object([
            "id": .text(episode.id.description), "ref": episode.ref.map { .text($0.text) } ?? .null,
            "model": .text(episode.model.text), "team": episode.team.map { .text($0.text) } ?? .null,
            "therapist": episode.therapist.map { .text($0.text) } ?? .null, "obligations": .list(obligations),
            "alerts": .list(alerts),
        ])
    }
}
