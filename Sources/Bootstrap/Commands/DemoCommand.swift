import ArgumentParser
import PrivateCluster
import Simulation

/// `homeward demo`.
struct DemoCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Makes an invented network and serves it: one command to look at Homeward.",
        discussion: Examples(
            "The first run makes a home of its own, a cluster, and a network of sites with invented families; the next "
                + "ones serve what is there. Ctrl-C stops everything that was started. To begin anew, remove the home's "
                + "folder.",
            .init("homeward demo", "Serves 24 invented sites on http://127.0.0.1:8080."),
            .init("homeward demo --sites 3 --families 200 --home /srv/small-demo --port 0", "A smaller one beside it.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("How many sites, 1 to 200.", valueName: "count"))
    var sites = 24

    @Option(name: .long, help: ArgumentHelp("How many families in the whole network.", valueName: "count"))
    var families = 3_000

    @Option(name: .long, help: ArgumentHelp("How many months of history, 6 to 240.", valueName: "count"))
    var months = 36

    @Option(name: .long, help: ArgumentHelp("What chance begins with: a whole number from 0 up.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder that holds the demonstration; HOMEWARD_HOME and the setting home are for real families and "
                + "do not count here.",
            valueName: "folder"
        )
    )
    var home = ".homeward-demo"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The port to listen on; 0 takes a free one (setting serve.port, HOMEWARD_SERVE_PORT; default 8080).",
            valueName: "port"))
    var port: String?

    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] {
        var flags: [SettingKey: String] = [.home: home]
        flags[.servePort] = port
        return flags
    }

    func run(in invocation: Invocation) async throws {
        let cluster = try ClusterOptions.cluster(in: invocation)
        let plan = try NetworkMaking.plan(
            sites: sites, families: families, months: months, seed: seed, until: nil, in: invocation
        )
        try HomePreparation.makeHome(cluster.home, simulated: true)
        guard let claim = try HomeClaim("demo.lock", in: cluster.home) else {
            throw CommandFault(
                .unavailable,
                "another demonstration runs in \(cluster.home): end it, or choose another home with --home"
            )
        }
        defer { withExtendedLifetime(claim) {} }
        let wasRunning = try cluster.status().word == "running"
        do {
            try await prepare(cluster, plan, invocation)
            try await DemoLinks.say(invocation)
            invocation.console.say("4 of 4: the service. Ctrl-C ends it; the network is kept for the next run.")
            try await Serving(invocation).run()
        } catch {
            try? await leave(cluster, wasRunning, invocation)
            throw error
        }
        try await leave(cluster, wasRunning, invocation)
    }

    /// Cluster, migration and network: what is there already is kept.
    private func prepare(_ cluster: PrivateCluster, _ plan: NetworkPlan, _ invocation: Invocation) async throws {
        let console = invocation.console
        console.say("1 of 4: the cluster of \(cluster.home)")
        try await HomePreparation.startCluster(cluster, simulated: true)
        var note = try NetworkNote.read(from: cluster.home)
        if note?.state == .making {
            console.say("        the last run was stopped while it made the network: it is made anew")
            try await cluster.discard()
            try await HomePreparation.startCluster(cluster, simulated: true)
            note = nil
        }
        console.say("2 of 4: the tables")
        _ = try await HomePreparation.migrate(invocation.settings)
        if let note {
            console.say("3 of 4: the network of the first run (\(note)) is kept")
            return
        }
        console.say("3 of 4: a network of \(sites) invented sites with \(families) families over \(months) months")
        let made = try await NetworkMaking.make(plan, in: invocation)
        console.say("        families \(made.families), episodes \(made.episodes), events \(made.events)")
    }

    /// Stops the cluster if it was started here, also when the task has been cancelled.
    private func leave(_ cluster: PrivateCluster, _ wasRunning: Bool, _ invocation: Invocation) async throws {
        guard !wasRunning else {
            invocation.console.say("The cluster ran before and goes on running.")
            return
        }
        try await Task { try await cluster.stop() }.value
        invocation.console.say("Everything that was started has stopped.")
    }
}
