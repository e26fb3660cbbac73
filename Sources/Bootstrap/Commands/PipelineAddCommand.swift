import ArgumentParser
import Intervention
import Practice

/// `homeward pipeline add`.
struct PipelineAddCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a prospective site.",
        discussion: Examples(
            .init(
                "homeward pipeline add leeds --name \"Leeds City Council\"", "The code is the one its site will have."),
            .init("homeward pipeline add fife --name Fife", "Others are added the same way; `pipeline list` shows all.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The code that the site will have.", valueName: "code"), transform: ArgumentReading.site)
    var code: SiteCode

    @Option(name: .long, help: ArgumentHelp("The organisation's name.", valueName: "name"))
    var name: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.addProspect(code, name: name)
            try invocation.console.result("prospect \(code): added")
        }
    }
}
