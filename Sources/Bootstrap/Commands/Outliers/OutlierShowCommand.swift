import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier show`.
struct OutlierShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows an outlier with all that was made of it.",
        discussion: Examples(
            .init("homeward outlier show 3", "Of any site, for the network."),
            .init("homeward outlier show 3 --site demo-north", "As its site sees it.")
        ).text
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.outlier)
    var number: OutlierNumber

    @OptionGroup var read: OutlierReadOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outliers = try await read.outliers(in: bench.practice)
            guard let outlier = outliers.first(where: { $0.number == number }) else {
                throw OutlierFault.unknown(number)
            }
            if read.format == .json { return try invocation.console.result(outlier.json.text) }
            for line in outlier.lines { try invocation.console.result(line) }
        }
    }
}
