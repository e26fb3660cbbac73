import ArgumentParser
import Intervention
import Practice

/// `homeward site export`.
struct SiteExportCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Gives back a site's file as it was applied, word for word.",
        discussion: Examples(
            "Applying what the version in force gives changes nothing.",
            .init("homeward site export demo-north > demo-north.yaml", "The file in force."),
            .init("homeward site export demo-north --version 1", "The file as it was applied first.")
        ).text
    )

    @Argument(help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: ArgumentHelp("The version; the one in force if none is given.", valueName: "number"))
    var version: Int32?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let applied = try await SiteArgument.naming {
                try await bench.practice.configuration(of: site, version: version.map(SettingsVersion.init))
            }
            try invocation.console.result(applied.document, terminator: "")
        }
    }
}
