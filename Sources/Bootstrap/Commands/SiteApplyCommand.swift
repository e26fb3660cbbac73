import ArgumentParser
import Practice
import Sites
import YAMLFile

/// `homeward site apply`.
struct SiteApplyCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Makes sites from their files, or brings them up to date.",
        discussion: Examples(
            "All files are read before the first is applied. The same file again changes nothing. A team that a file no "
                + "longer names is kept: its families' history is its own.",
            .init("homeward site apply config/sites/demo-north.yaml", "Applies one file."),
            .init("homeward site apply --dry-run config/sites/*.yaml", "Says what would change, and changes nothing.")
        ).text
    )

    @Argument(help: ArgumentHelp("The files, one a site.", valueName: "file"))
    var files: [String]

    @Flag(name: .long, help: "Say what would change and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let models = try invocation.registry()
        var sites: [(name: String, file: SiteFile)] = []
        var problems: [String] = []
        for name in files {
            let bytes = try InputFile.bytes(of: name)
            do throws(SiteFileProblems) {
                sites.append((name, try SiteFile.read(bytes, models: models)))
            } catch {
                problems += error.problems.map {
                    "\(name):\($0.line): column \($0.column): \($0.code.rawValue): \($0.sentence)"
                }
            }
        }
        guard problems.isEmpty else {
            for problem in problems { invocation.console.problem(problem) }
            throw CommandFault(.data, "problems in site files: \(problems.count); nothing was changed")
        }
        try await Workbench.lend(invocation) { bench in
            for (name, file) in sites {
                do {
                    let plan = try await bench.practice.apply(file, dryRun: dryRun)
                    try invocation.console.result(plan.description)
                } catch let refusal as SiteRefusal {
                    for reason in refusal.reasons { invocation.console.problem("\(name): \(reason)") }
                    throw CommandFault(.data, "\(name) was not applied")
                }
            }
            if dryRun { invocation.console.say("Nothing was changed.") }
        }
    }
}
