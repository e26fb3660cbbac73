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

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode?

    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outliers: [Outlier] =
                if let site { try await bench.practice.outliers(of: site) } else { try await bench.practice.outliers() }
            guard let outlier = outliers.first(where: { $0.number == number }) else {
                throw OutlierFault.unknown(number)
            }
            if format == .json { return try invocation.console.result(outlier.json.text) }
            for line in outlier.lines { try invocation.console.result(line) }
        }
    }
}
