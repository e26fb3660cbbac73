import ArgumentParser
import Exchange
import Intervention

/// `homeward import register`.
struct ImportRegisterCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Imports the register that a site keeps of its episodes.",
        discussion: Examples(
            "One file is one transaction: all of it or nothing. A file with a problem changes nothing, unless "
                + "--accept-valid takes its good rows; either way the status is 65, and every problem is told with its "
                + "line, column, code and what would be right. Importing again compares with the last import: what only "
                + "the file changed is corrected, what only the record changed is kept.",
            .init("homeward import register register.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import register register.csv --site demo-north", "Imports the file.")
        ).text
    )

    @Argument(help: "The register: CSV, UTF-8; see `homeward codes register-columns`.")
    var file: String

    @Option(
        name: .long, help: ArgumentHelp("The site that the register is of.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done and change nothing.")
    var dryRun = false

    @Flag(name: .long, help: "Take the good rows; write the others, with reasons, to FILE.rejected.csv.")
    var acceptValid = false

    @Flag(name: .long, help: "List every advisory instead of counting them.")
    var verbose = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try InputFile.check(file)
        let options = ImportOptions(isTrial: dryRun, acceptsValid: acceptValid)
        try await Workbench.lend(invocation) { bench in
            let meter = ProgressMeter(invocation.console)
            let report = try await bench.registers.run(path: file, at: site, options) { progress in
                meter.show("\(progress.step.rawValue) rows", done: progress.done, of: progress.total)
            }
            invocation.console.endProgress()
            try ImportTelling(report, isVerbose: verbose).tell(invocation.console)
        }
    }
}
