import ArgumentParser
import Simulation

/// `homeward rehearse`.
struct RehearseCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Plants effects in an invented network and shows which of them a comparison of sites finds.",
        discussion: Examples(
            "Of 24 sites two truly differ, one leaves answers out, and by one indicator all of them differ. Printed is what "
                + "was planted, found, missed and called out for nothing, and how likely each was. The database is made for "
                + "it and dropped. With --seeds only counts are drawn; status 70 says that something was not found, or "
                + "called out, as often as the exact probabilities say.",
            .init("homeward rehearse --seed 4", "One network, from referral to comparison."),
            .init("homeward rehearse --seeds 500", "500 networks of counts, beside the exact tail and the exact power.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("What chance begins with: a whole number from 0 up.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        name: .long,
        help: ArgumentHelp("How many networks of counts, 1 to 10000, instead of one on record.", valueName: "count"))
    var seeds: Int?

    @Option(name: .long, help: ArgumentHelp("How many families the one network has.", valueName: "count"))
    var families = 4000

    @OptionGroup var general: GeneralOptions

    func validate() throws {
        guard let seeds, !(1...10_000).contains(seeds) else { return }
        throw ValidationError("--seeds is 1 to 10000, not \(seeds)")
    }

    func run(in invocation: Invocation) async throws {
        if let seeds {
            let series = RehearsalSeries(from: seed, networks: seeds)
            for line in RehearsalText.lines(of: series) { try invocation.console.result(line) }
            guard series.isAsExpected else {
                throw CommandFault(.internal, "a rate lies outside the limits of its exact probability")
            }
            return
        }
        let rehearsal = try Rehearsal(seed: seed, families: families, models: try invocation.registry())
        invocation.console.say("Making a database for the rehearsal...")
        try await SelftestGround.lend(invocation) { ground in
            let meter = ProgressMeter(invocation.console)
            let findings = try await rehearsal.run(ground.simulator, ground.practice) {
                meter.show("families", done: $0, of: families)
            }
            invocation.console.endProgress()
            for line in RehearsalText.lines(of: findings, in: rehearsal) { try invocation.console.result(line) }
        }
    }
}
