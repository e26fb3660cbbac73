import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward retention propose`.
struct RetentionProposeCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Proposes to destroy all records that are past their day and that nothing holds.",
        discussion: Examples(
            "Another person approves; nothing is destroyed before that. What is proposed here is proposed by the operator, for an "
                + "account or not. Status 65 when there is nothing to propose.",
            .init("homeward retention propose --site demo-north --dry-run", "Says which records it would be."),
            .init("homeward retention propose --site demo-north --for gov-1", "Proposes as an account.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let (number, entries) = try await bench.practice.proposeDisposal(at: site, dryRun: dryRun)
            for entry in entries {
                let day = entry.keepThrough.map { "\($0)" } ?? "-"
                try invocation.console.result("\(entry.name): \(entry.rule), kept through \(day)")
            }
            let what = number.map { "proposal \($0)" } ?? "would propose"
            try invocation.console.result("\(what): children \(entries.count)")
        }
    }
}
