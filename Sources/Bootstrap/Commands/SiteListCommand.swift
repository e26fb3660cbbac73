import ArgumentParser
import CivilDate
import Intervention
import Practice
import Sites

/// `homeward site list`.
struct SiteListCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the sites with their teams.",
        discussion: Examples(
            .init("homeward site list", "Prints a line for each team."),
            .init("homeward site list --format json", "The same for programs.")
        ).text
    )

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sites = try await bench.practice.sites()
            if format == .json { return try invocation.console.result(json(sites).text) }
            if sites.isEmpty { invocation.console.say("There are no sites yet: run `homeward site apply FILE`.") }
            guard !sites.isEmpty else { return }
            var table = TextTable(["site", "jurisdiction", "time zone", "team", "model", "started on", "name"])
            for site in sites {
                let start = [site.code.text, site.jurisdiction.rawValue, site.timeZone.name]
                if site.teams.isEmpty { table.add(start + ["-", "-", "-", site.name]) }
                for team in site.teams {
                    table.add(start + [team.code.text, team.model.text, team.startedOn.description, site.name])
                }
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }

    private func json(_ sites: [Site]) -> OrderedJSON {
        .object(["sites": .list(sites.map(json))])
    }

    private func json(_ site: Site) -> OrderedJSON {
        let teams = site.teams.map { team in
            OrderedJSON.object([
                "code": .text(team.code.text), "model": .text(team.model.text),
                "startedOn": .text(team.startedOn.description),
            ])
        }
        return .object([
            "code": .text(site.code.text), "name": .text(site.name),
            "jurisdiction": .text(site.jurisdiction.rawValue), "timeZone": .text(site.timeZone.name),
            "teams": .list(teams),
        ])
    }
}
