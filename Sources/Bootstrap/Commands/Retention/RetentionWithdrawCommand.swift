import ArgumentParser
import Intervention
import Practice

/// `homeward retention withdraw`.
struct RetentionWithdrawCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraws a proposal: what was not destroyed under it stays.",
        discussion: Examples(
            "A proposal that was approved can be withdrawn too, until it is carried out.",
            .init("homeward retention withdraw 1 --site demo-north", "Its records can be proposed again."),
            .init("homeward retention withdraw 1 --site demo-north --dry-run", "Looks whether it could be withdrawn.")
        ).text
    )

    @Argument(help: "The number of the proposal.")
    var number: Int32

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.withdrawDisposal(number, at: site, dryRun: dryRun)
            try invocation.console.result("proposal \(number): \(dryRun ? "would be withdrawn" : "withdrawn")")
        }
    }
}
