import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward on-call log`.
struct OnCallLogCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Writes a call to a team's telephone down.",
        discussion: Examples(
            "What was said is read from the first line of standard input and sealed; it stands in no argument. An empty line "
                + "keeps the call without words.",
            .init(
                "homeward on-call log --site demo-north --for jt --episode N-0001 --caller carer --done advice < note.txt",
                "A call about a family."),
            .init(
                "homeward on-call log --site demo-north --team mst --caller police --done supervisor --at 2026-03-01T02:30:00Z",
                "A call about nobody of the record, some hours ago.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The site.", valueName: "code"), transform: ArgumentReading.site)
    var site: SiteCode

    @Option(
        name: .long, help: ArgumentHelp("The episode; without one it is nobody of the record.", valueName: "ref"),
        transform: ArgumentReading.episode)
    var episode: EpisodeRef?

    @Option(
        name: .long, help: ArgumentHelp("Whose telephone rang, where that is not plain.", valueName: "code"),
        transform: ArgumentReading.team)
    var team: TeamCode?

    @Option(name: .long, help: "carer, young-person, police, social-worker or other.")
    var caller: Caller

    @Option(
        name: .long,
        help: "advice, safety-plan, visit, emergency-services, supervisor, nothing or other.")
    var done: CallResult

    @Option(
        name: .long, help: ArgumentHelp("When it came; now if nothing is said.", valueName: "instant"),
        transform: ArgumentReading.instant)
    var at: Instant?

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let words = try StandardInput.line(asking: "What was said:", invocation.console)
        try await Workbench.lend(invocation) { bench in
            let practice = bench.practice
            let wish = CallWish(
                id: practice.newID(), episode: episode, team: team, caller: caller, done: done,
                cameAt: at ?? practice.now(), words: words)
            do {
                try await practice.recordCall(wish, at: site)
            } catch let fault as OnCallFault {
                throw CommandFault(.data, "\(fault)")
            }
            try invocation.console.result("call: kept")
        }
    }
}

extension Caller: ExpressibleByArgument {}
extension CallResult: ExpressibleByArgument {}
