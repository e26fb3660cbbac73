import ArgumentParser
import Intervention
import Practice

/// `homeward retention approve`.
struct RetentionApproveCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approves a proposal, as another person than the one who proposed.",
        discussion: Examples(
            "Who proposed cannot approve, the operator too: status 77.",
            .init("homeward retention approve 1 --site demo-north --for manager-1", "Approves as an account."),
            .init("homeward retention approve 1 --site demo-north --dry-run", "Looks whether it could be approved.")
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
            try await bench.practice.approveDisposal(number, at: site, dryRun: dryRun)
            try invocation.console.result("proposal \(number): \(dryRun ? "would be approved" : "approved")")
        }
    }
}
