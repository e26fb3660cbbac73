import ArgumentParser
import Exchange
import Intervention

/// The arguments that every `homeward import` has.
struct ImportFlags: ParsableArguments {
    @Argument(help: "The file: CSV, UTF-8; `homeward codes` lists the columns.")
    var file: String

    @Option(
        name: .long, help: ArgumentHelp("The site that the file is of.", valueName: "code"),
        transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would be done and change nothing.")
    var dryRun = false

    @Flag(name: .long, help: "Take the good rows; write the others, with reasons, to FILE.rejected.csv.")
    var acceptValid = false

    @Flag(name: .long, help: "List every advisory instead of counting them.")
    var verbose = false

    @OptionGroup var place: HomeOptions

    /// Imports the file and tells what came of it.
    /// - Parameter isComplete: the file is the whole list for the episodes or children that it mentions.
    func run<Column>(
        _ invocation: Invocation, isComplete: Bool = false,
        by importer: (Workbench) -> FileImporter<Column>
    ) async throws {
        try InputFile.check(file)
        let options = ImportOptions(isTrial: dryRun, acceptsValid: acceptValid, isComplete: isComplete)
        try await Workbench.lend(invocation) { bench in
            let meter = ProgressMeter(invocation.console)
            let report = try await importer(bench).run(path: file, at: site, options) { progress in
                meter.show("\(progress.step.rawValue) rows", done: progress.done, of: progress.total)
            }
            invocation.console.endProgress()
            try ImportTelling(report, isVerbose: verbose).tell(invocation.console)
        }
    }
}

/// The further argument of imports of lists.
struct ListFlags: ParsableArguments {
    @Flag(
        name: .long,
        help:
            "The file is the whole list for whom it mentions: what earlier files said of them and it does not is withdrawn."
    )
    var complete = false

    /// Refuses what cannot go together: of rows that are rejected nobody knows what they would have said.
    func check(with flags: ImportFlags) throws {
        guard complete && flags.acceptValid else { return }
        throw ValidationError("--complete takes a file whole: leave --accept-valid out, or --complete")
    }
}
