import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account cover`.
struct AccountCoverCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover",
        abstract: "Lets an account stand in for a member of staff between two days.",
        discussion: Examples(
            "The account gets the roles that the other has on those days. The record and the access "
                + "log say for whom. It ends by itself.",
            .init(
                "homeward account cover jt --site leeds --staff S-1 --from 2026-08-03 --through 2026-08-14",
                "For a fortnight."),
            .init(
                "homeward account cover kb --site leeds --staff T-2 --from 2026-12-24 --through 2026-12-24",
                "For a day.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(
        name: .customLong("staff"), help: ArgumentHelp("The code of whom it stands in for.", valueName: "staff"),
        transform: ArgumentReading.staff)
    var covered: StaffCode

    @Option(
        name: .long, help: ArgumentHelp("The first day, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day
    )
    var from: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("The last day, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day)
    var through: CivilDate

    @Flag(name: .long, help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            guard let site = account.site else { throw CommandFault(.usage, "--site: cover is at a site; say which") }
            let count = try await bench.accounts.cover(
                account.code, for: covered, from: from, through: through, at: site, dryRun: dryRun)
            let stands = dryRun ? "would stand" : "stands"
            try invocation.console.result(
                "account \(account.code): \(stands) in for \(covered) from \(from) through \(through), roles \(count)")
        }
    }
}
