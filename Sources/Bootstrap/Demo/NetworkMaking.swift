import CivilDate
import EpisodeStore
import Intervention
import PrivateCluster
import Simulation
import Sites

/// Makes an invented network in the home of an invocation.
enum NetworkMaking {
    /// What a network is made from.
    /// - Parameter until: the day before which the history ends; nil for today at the sites.
    static func plan(
        sites: Int, families: Int, months: Int, seed: UInt64, until: CivilDate?, in invocation: Invocation
    ) throws -> NetworkPlan {
        let today = try today()
        let end = until ?? today
        guard end <= today else { throw SimulationFault.inFuture(end, today: today) }
        let request = try SimulationRequest(
            sites: sites, families: families, months: months, seed: seed, until: end
        )
        return try NetworkPlan(request, models: try invocation.registry(of: invocation.compiled))
    }

    /// Makes the network, and notes in the home that it is being made and then that it is whole.
    /// - Parameter begin: called when nothing stands in the way any more.
    static func make(
        _ plan: NetworkPlan, in invocation: Invocation, begin: () throws -> Void = {}
    ) async throws -> Simulator.Progress {
        guard invocation.account == nil else {
            throw CommandFault(.noPermission, "--for: no account may invent a network; leave it out")
        }
        try checkHome(invocation)
        var made = Simulator.Progress()
        try await Workbench.lend(invocation) { bench in
            try await bench.simulator.checkEmpty()
            try begin()
            try NetworkNote(.making, plan.request).write(to: invocation.settings.home)
            let meter = ProgressMeter(invocation.console)
            let writers = min(2, invocation.settings.whole(.poolConnections))
            made = try await bench.simulator.run(plan, writers: writers) { sum in
                meter.show("families", done: sum.families, of: plan.request.families)
            }
            invocation.console.endProgress()
        }
        try NetworkNote(.made, plan.request).write(to: invocation.settings.home)
        return made
    }

    /// Invented families never come into a home for real ones.
    private static func checkHome(_ invocation: Invocation) throws {
        let home = invocation.settings.home
        guard try home.marker()?.simulated == true else {
            throw CommandFault(
                .configuration,
                "\(home) is no home for invented families: make one with `homeward cluster start --simulated --home "
                    + "FOLDER`, and name it here"
            )
        }
    }

    /// The day at the sites of the network: they lie in London's time or in Dublin's, which is the same.
    private static func today() throws -> CivilDate {
        guard let zone = SiteTimeZone("Europe/London") else {
            throw CommandFault(.configuration, "this system does not know the time zone Europe/London: install tzdata")
        }
        return SiteClock(zone).day(of: RecordClock.system.now())
    }
}
