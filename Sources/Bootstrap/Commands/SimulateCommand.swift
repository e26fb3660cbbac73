import ArgumentParser
import CivilDate
import EpisodeStore
import Intervention
import PrivateCluster
import Simulation
import Sites

/// `homeward simulate`.
struct SimulateCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Makes a network of sites that never was, with its families, in a home made for it.",
        discussion: Examples(
            "Every number that it is made from is printed with its source first. The same flags give the very same "
                + "events. The home must have been made with `homeward cluster start --simulated`, and hold no site yet.",
            .init(
                "homeward simulate --sites 24 --families 3000 --months 36",
                "Makes three years of 24 sites that end today."),
            .init(
                "homeward simulate --sites 4 --families 200 --months 24 --seed 7 --until 2026-01-01 --dry-run",
                "Prints what it would be made from, and makes nothing.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("How many sites, 1 to 200.", valueName: "count"))
    var sites: Int

    @Option(name: .long, help: ArgumentHelp("How many families in the whole network.", valueName: "count"))
    var families: Int

    @Option(name: .long, help: ArgumentHelp("How many months of history, 6 to 240.", valueName: "count"))
    var months: Int

    @Option(name: .long, help: ArgumentHelp("What chance begins with: a whole number from 0 up.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The day before which the history ends, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var until: CivilDate?

    @Flag(name: .long, help: "Print what the network would be made from, and make nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let plan = try NetworkMaking.plan(
            sites: sites, families: families, months: months, seed: seed, until: until, in: invocation
        )
        if dryRun {
            try tell(plan, invocation.console)
            invocation.console.say("Nothing was made.")
            return
        }
        let made = try await NetworkMaking.make(plan, in: invocation) { try tell(plan, invocation.console) }
        try invocation.console.result(
            "Made: sites \(sites), families \(made.families), episodes \(made.episodes), events \(made.events)."
        )
    }

    /// Prints the table of parameters, and what is to be expected.
    private func tell(_ plan: NetworkPlan, _ console: Console) throws {
        var table = TextTable(["parameter", "value", "unit", "source"], [.left, .right, .left, .left])
        for parameter in plan.parameters {
            table.add([parameter.key, parameter.text, parameter.unit.rawValue, parameter.source])
        }
        for line in table.lines { try console.result(line) }
        let request = plan.request
        try console.result(
            """

            Sites \(request.sites), families \(request.families), from \(request.from) to the day before \
            \(request.until), seed \(request.seed).
            What is not in the table (kinds of contact, reasons, settings, school, offences) is drawn by assumed weights.
            To be expected: about \(plan.expectedEpisodes) episodes and \(plan.expectedEvents) events.
            """
        )
    }
}
