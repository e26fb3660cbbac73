import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier publish`.
struct OutlierPublishCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publishes an outlier with the site's answer and the decision.",
        discussion: Examples(
            .init("homeward outlier publish 3 --text \"With the report of 2025\"", "Of whichever site it is."),
            .init(
                "homeward outlier publish 4 --text \"With the report of 2025\" --for analyst",
                "In the name of an account.")
        ).text
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.outlier)
    var number: OutlierNumber

    @Option(
        name: .long,
        help: ArgumentHelp(
            "What is published beside figure, answer and decision, in one line that names nobody.", valueName: "text"))
    var text: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.take(.published, of: number, saying: text)
            try invocation.console.result("outlier \(number): \(outlier.standingText)")
        }
    }
}
