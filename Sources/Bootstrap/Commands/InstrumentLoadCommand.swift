import ArgumentParser
import InstrumentFile
import Intervention
import Practice

/// `homeward instrument load`.
struct InstrumentLoadCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Loads the definition of an instrument for a site that may use it.",
        discussion: Examples(
            "The words stay with the site: no report, event or log line holds any. The same file again changes nothing; "
                + "the same version with other content is refused.",
            .init("homeward instrument load tam-r.yaml --site demo-north", "Loads a definition."),
            .init(
                "homeward instrument load --dry-run tam-r.yaml --site demo-north", "Only says whether it would be new.")
        ).text
    )

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Flag(name: .long, help: "Say what would change and change nothing.")
    var dryRun = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let models = try await invocation.registryOfPlace()
        guard let (name, read) = try InstrumentInput.read([file], models: models, console: invocation.console).first
        else { return }
        try await Workbench.lend(invocation) { bench in
            let definition = read.definition
            let what = "\(definition.id) version \(definition.version.number)"
            do {
                let isNew = try await bench.practice.load(read, at: site, dryRun: dryRun)
                let verb = dryRun ? "would be loaded" : "loaded"
                try invocation.console.result(isNew ? "\(what): \(verb) for \(site)" : "\(what): there already")
            } catch let misfit as InstrumentMisfit {
                throw CommandFault(.data, "\(name): \(misfit)")
            }
            if dryRun { invocation.console.say("Nothing was changed.") }
        }
    }
}
