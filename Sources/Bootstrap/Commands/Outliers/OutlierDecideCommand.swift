import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier decide`.
struct OutlierDecideCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "The network's decision about an outlier.",
        discussion: Examples(
            "Once the site has answered; without an answer, once its time is over.",
            .init("homeward outlier decide 3 --decision watch --text \"Two vacancies, filled in July\"", "Look again."),
            .init(
                "homeward outlier decide 4 --decision support --text \"No answer; the expert visits in May\"",
                "Help the site.")
        ).text
    )

    @OptionGroup var said: OutlierStepOptions

    @Option(name: .long, help: "What follows: no-action, watch, support or review.")
    var decision: OutlierStep.Decision

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.take(.decided(decision), of: said.number, saying: said.text)
            try invocation.console.result("outlier \(outlier.number): \(outlier.standingText)")
        }
    }
}

extension OutlierStep.Decision: ExpressibleByArgument {}
