import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward on-call handover`.
struct OnCallHandoverCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Lists the calls that nobody has taken over yet, until noon of a day, and takes them over.",
        discussion: Examples(
            "What was said is on the page /on-call/handover.",
            .init("homeward on-call handover --site demo-north --team mst", "Lists them."),
            .init("homeward on-call handover --site demo-north --for kb --take", "Takes them over in somebody's name.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The team; the first if none is named.", valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(
        name: .long, help: ArgumentHelp("The day, YYYY-MM-DD; today if none is given.", valueName: "date"),
        transform: ArgumentReading.day)
    var on: CivilDate?

    @Flag(name: .long, help: "Take them over.")
    var take = false

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            do {
                let sheet = try await bench.practice.handover(at: site, of: team, on: on)
                try invocation.console.result(
                    "\(sheet.team), \(sheet.from) to \(sheet.until), calls \(sheet.calls.count)")
                for call in sheet.calls { try invocation.console.result("  \(OnCallText.line(call))") }
                for reading in sheet.readings {
                    try invocation.console.result(
                        "taken over by \(reading.by) at \(reading.at), calls \(reading.calls)")
                }
                guard take else { return }
                try await bench.practice.takeOver(at: site, of: sheet.team, on: sheet.day)
                try invocation.console.result("taken over")
            } catch let fault as OnCallFault {
                throw CommandFault(.data, "\(fault)")
            }
        }
    }
}
