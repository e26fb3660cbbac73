import ArgumentParser
import Practice
import Reporting

/// `homeward edition show`.
struct EditionShowCommand: HomewardCommand {
    /// How an edition is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case csv
    }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an edition as it was frozen.",
        discussion: Examples(
            "Why a figure is withheld is told in JSON, to who may freeze.",
            .init("homeward edition show 3", "For people."),
            .init("homeward edition show 3 --site demo-north --format json", "As a site reads it, for programs.")
        ).text
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.edition)
    var number: EditionNumber

    @OptionGroup var read: EditionReadOptions

    @Option(name: .long, help: "text, json or csv.")
    var format = Format.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let edition = try await read.edition(number, in: bench.practice)
            let text: String
            switch format {
            case .text: text = edition.text()
            case .json:
                let statuses = read.site == nil ? try await bench.practice.statuses(of: edition) : nil
                text = edition.json(statuses)
            case .csv: text = edition.csv()
            }
            try invocation.console.result(text, terminator: "")
        }
    }
}
