import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier withdraw`.
struct OutlierWithdrawCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Takes back an outlier that should not be on the list; it stays in the history.",
        discussion: Examples(
            .init("homeward outlier withdraw 3 --text \"Compared with the wrong model\"", "Of whichever site it is."),
            .init(
                "homeward outlier withdraw 4 --text \"Compared with the wrong model\" --for analyst",
                "In the name of an account.")
        ).text
    )

    @Argument(help: ArgumentHelp("Its number.", valueName: "number"), transform: ArgumentReading.outlier)
    var number: OutlierNumber

    @Option(
        name: .long,
        help: ArgumentHelp("Why it is taken back, in one line.", valueName: "text"))
    var text: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.take(.withdrawn, of: number, saying: text)
            try invocation.console.result("outlier \(number): \(outlier.standingText)")
        }
    }
}
