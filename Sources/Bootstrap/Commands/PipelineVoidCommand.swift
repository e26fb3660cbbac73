import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward pipeline void`.
struct PipelineVoidCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: "Takes back a stage that was recorded by mistake.",
        discussion: Examples(
            "The stage no longer counts; it stays in the history of the prospective site with the reason.",
            .init(
                "homeward pipeline void leeds --stage D --on 2026-03-02 --reason \"Meant for another council\"",
                "Takes back the readiness review of that day."),
            .init(
                "homeward pipeline void fife --stage B --on 2026-01-12 --reason \"The day was wrong\"",
                "So that it can be recorded with the right day.")
        ).text
    )

    @Argument(
        help: ArgumentHelp("The code of the prospective site.", valueName: "code"), transform: ArgumentReading.site)
    var code: SiteCode

    @Option(name: .long, help: ArgumentHelp("A to F.", valueName: "stage"), transform: ArgumentReading.stage)
    var stage: SiteStage

    @Option(
        name: .long, help: ArgumentHelp("The day that was recorded, YYYY-MM-DD.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate

    @Option(name: .long, help: ArgumentHelp("Why it is taken back, in one line.", valueName: "text"))
    var reason: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try await bench.practice.void(stage, of: code, on: on, because: reason)
            try invocation.console.result(
                "prospect \(code): stage \(stage.rawValue) (\(stage.title)) on \(on) taken back")
        }
    }
}
