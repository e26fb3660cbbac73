import ArgumentParser
import Intervention
import Practice
import Sites

/// `homeward outlier answer`.
struct OutlierAnswerCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "A site's answer: what the check of its data found, and what it says of the figure.",
        discussion: Examples(
            "A site may answer again until the network has decided; every answer is kept. The text is published: it names "
                + "nobody.",
            .init(
                "homeward outlier answer 3 --site demo-north --data data-right --text \"Two therapists left in May\"",
                "The data are right."),
            .init(
                "homeward outlier answer 3 --site demo-north --data data-corrected --text \"Four closings had the wrong reason\"",
                "The data were wrong and are corrected.")
        ).text
    )

    @OptionGroup var said: OutlierStepOptions

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(name: .long, help: "What the check of the data found: data-right or data-corrected.")
    var data: OutlierStep.Check

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let outlier = try await bench.practice.answer(
                said.number, at: site, finding: data, saying: said.text)
            try invocation.console.result("outlier \(outlier.number): \(outlier.standingText)")
        }
    }
}

extension OutlierStep.Check: ExpressibleByArgument {}
