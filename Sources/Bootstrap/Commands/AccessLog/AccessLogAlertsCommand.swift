import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward access-log alerts`.
struct AccessLogAlertsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Lists looks that the nights found worth looking into.",
        discussion: Examples(
            "At somebody with a sensitive address (sensitive-address), at a colleague's family (relative), at records "
                + "without a relation to the family (without-relationship), at many families in a day (many-episodes).",
            .init("homeward access-log alerts --site demo-north", "All of them."),
            .init("homeward access-log alerts --site demo-north --from 2026-03-01", "Since a day.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("From this day at the site on, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var from: CivilDate?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let alerts = try await bench.practice.accessAlerts(at: site, from: from)
            if format == .json {
                let list = OrderedJSON.list(alerts.map(AccessLogTelling.json))
                return try invocation.console.result(OrderedJSON.object(["alerts": list]).text)
            }
            var table = TextTable(["day", "kind", "looks", "actor", "action", "relation", "outcome", "what"])
            for alert in alerts {
                let look = alert.look
                table.add([
                    "\(alert.day)", alert.kind, "\(alert.number)", look.actor, look.action, look.relation, look.outcome,
                    look.ref ?? look.targetID ?? look.target,
                ])
            }
            if !table.isEmpty { for line in table.lines { try invocation.console.result(line) } }
        }
    }
}
