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

    @OptionGroup var said: OutlierStepOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.take(.withdrawn, of: said.number, saying: said.text)
            try invocation.console.result("outlier \(outlier.number): \(outlier.standingText)")
        }
    }
}
