import ArgumentParser
import Markup
import Pages
import Practice
import Reporting

/// `homeward edition export`.
struct EditionExportCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes an edition into a new folder: CSV with its description, and a page that prints.",
        discussion: Examples(
            "The same edition gives the same bytes. A withheld figure is the profile's symbol, whichever the reason.",
            .init("homeward edition export 3 edition-3", "Writes the tables, datapackage.json and edition.html."),
            .init("homeward edition export 3 edition-3 --site demo-north", "As a site reads it.")
        ).text
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.edition)
    var number: EditionNumber

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var folder: String

    @OptionGroup var read: EditionReadOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let edition = try await read.edition(number, in: bench.practice)
            let made = try PackFolder(making: folder)
            for file in edition.dataFiles { try made.write(file.text, to: file.name) }
            try made.write(EditionPage.document(edition).html, to: "edition.html")
            try invocation.console.result(folder)
        }
    }
}
