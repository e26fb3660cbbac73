import ArgumentParser
import CivilDate
import Intervention
import Practice
import Sites

/// `homeward pipeline stage`.
struct PipelineStageCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Records that a prospective site reached a stage.",
        discussion: Examples(
            "Stages: A enquiry, B needs assessment, C critical issues, D site readiness review, E recruitment and "
                + "orientation, F supported operation. They are recorded in the order of their days; an earlier one may be "
                + "reached again.",
            .init("homeward pipeline stage leeds --reached D --on 2026-03-02", "Records the readiness review."),
            .init("homeward pipeline stage leeds --reached F --on 2026-09-01", "Records that the work has begun.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The code of the prospective site.", valueName: "code"), transform: ArgumentReading.site)
    var code: SiteCode

    @Option(name: .long, help: ArgumentHelp("A to F.", valueName: "stage"), transform: ArgumentReading.stage)
    var reached: SiteStage

    @Option(name: .long, help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day)
    var on: CivilDate

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let prospect = try await bench.practice.reach(reached, by: code, on: on)
            try invocation.console.result(
                "prospect \(prospect.code): stage \(reached.rawValue) (\(reached.title)) on \(on)")
        }
    }
}
