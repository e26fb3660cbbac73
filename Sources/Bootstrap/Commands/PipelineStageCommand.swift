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
                + "orientation, F supported operation. They follow one another, in the order of their days; one that is left "
                + "out or gone back to needs --reason. `homeward pipeline void` takes back a mistake.",
            .init("homeward pipeline stage leeds --reached A --on 2026-03-02", "Records the first enquiry."),
            .init(
                "homeward pipeline stage leeds --reached C --on 2026-04-20 --reason \"Needs were assessed elsewhere\"",
                "Leaves out stage B, and says why.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The code of the prospective site.", valueName: "code"), transform: ArgumentReading.site)
    var code: SiteCode

    @Option(name: .long, help: ArgumentHelp("A to F.", valueName: "stage"), transform: ArgumentReading.stage)
    var reached: SiteStage

    @Option(name: .long, help: ArgumentHelp("The day, YYYY-MM-DD.", valueName: "date"), transform: ArgumentReading.day)
    var on: CivilDate

    @Option(
        name: .long, help: ArgumentHelp("Why a stage is left out or gone back to, in one line.", valueName: "text"))
    var reason: String?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.reach(reached, by: code, on: on, because: reason)
            try invocation.console.result(
                "prospect \(code): stage \(reached.rawValue) (\(reached.title)) on \(on)")
        }
    }
}
