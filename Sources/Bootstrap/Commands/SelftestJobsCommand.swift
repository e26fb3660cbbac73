import ArgumentParser

/// `homeward selftest jobs`.
struct SelftestJobsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Tries what the nights promise, with a clock that is set and not waited for.",
        discussion: Examples(
            "Prints what was tried and what was found; status 70 says that something was not as it should be. Without a "
                + "flag everything is tried.",
            .init(
                "homeward selftest jobs --clock-change --years 2024-2025",
                "Both clock changes of those years, or of 2020 to 2040, for five times of the night."),
            .init("homeward selftest jobs --catch-up", "400 missed nights under each policy.")
        ).text
    )

    @Flag(name: .long, help: "Try the nights in which clocks change.")
    var clockChange = false

    @Flag(name: .long, help: "Try an outage of 400 nights.")
    var catchUp = false

    @Option(
        name: .long, help: ArgumentHelp("The years whose clock changes are tried.", valueName: "first-last"),
        transform: YearSpan.read)
    var years = ClockChangeDrill.usualYears

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let isAll = !clockChange && !catchUp
        invocation.console.say("Making a database for the self-test...")
        try await SelftestGround.lend(invocation) { ground in
            var isWell = true
            if clockChange || isAll {
                let meter = ProgressMeter(invocation.console)
                let found = try await ClockChangeDrill(ground, years: years).run {
                    meter.show("nights", done: $0, of: $1)
                }
                invocation.console.endProgress()
                for line in found.lines { try invocation.console.result(line) }
                isWell = isWell && found.isWell
            }
            if catchUp || isAll {
                let found = try await CatchUpDrill(ground).run()
                for line in found.lines { try invocation.console.result(line) }
                isWell = isWell && found.isWell
            }
            if !isWell { throw CommandFault(.internal, "something was not as it should be") }
        }
    }
}
