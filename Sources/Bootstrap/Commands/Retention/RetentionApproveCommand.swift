import Accounts
import ArgumentParser
import Intervention
import Practice

/// `homeward retention approve`.
struct RetentionApproveCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approves a proposal, as another person than the one who proposed.",
        discussion: Examples(
            "Who proposed cannot approve: status 77. At the command line it is the operator who proposes, whatever --for says; "
                + "so --for asks here for a code of the account's second factor, which its owner types.",
            .init(
                "homeward retention approve 1 --site demo-north --for manager-1",
                "Approves as an account, whose owner is there."),
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
            try await bench.practice.approveDisposal(
                number, at: site, proof: try proof(for: invocation.account, invocation.console), dryRun: dryRun)
            try invocation.console.result("proposal \(number): \(dryRun ? "would be approved" : "approved")")
        }
    }

    /// What shows that the owner of the account is there; nil for the operator, and where nothing is approved.
    private func proof(for account: AccountCode?, _ console: Console) throws -> String? {
        guard let account, !dryRun else { return nil }
        return try SecretInput.line("A code of the second factor of \(account), which is not shown:", console)
    }
}
