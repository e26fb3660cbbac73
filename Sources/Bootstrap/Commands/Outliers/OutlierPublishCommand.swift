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

    @OptionGroup var said: OutlierStepOptions

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.take(.published, of: said.number, saying: said.text)
            try invocation.console.result("outlier \(outlier.number): \(outlier.standingText)")
        }
    }
}
