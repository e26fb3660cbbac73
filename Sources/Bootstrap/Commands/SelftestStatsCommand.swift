import ArgumentParser
import Statistics

/// `homeward selftest stats`.
struct SelftestStatsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Works out every reference value of the statistics on this machine.",
        discussion: Examples(
            "Prints a line for each: its name, the reference, what this build computes and how far apart they lie. Status "
                + "70 says that one lies too far off.",
            .init("homeward selftest stats", "All of them, without any database."),
            .init("homeward selftest stats --quiet", "Only those that do not hold, and the count.")
        ).text
    )

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let checks = ReferenceCheck.all
        for check in checks where !general.quiet || !check.isHeld {
            let mark = check.isHeld ? "holds" : "DIFFERS"
            try invocation.console.result(
                "\(check.name)\t\(check.reference)\t\(check.computed)\t\(check.difference)\t\(mark)")
        }
        let held = checks.count(where: \.isHeld)
        try invocation.console.result("\(held) of \(checks.count) reference values hold")
        if held < checks.count { throw CommandFault(.internal, "a reference value does not hold on this machine") }
    }
}
