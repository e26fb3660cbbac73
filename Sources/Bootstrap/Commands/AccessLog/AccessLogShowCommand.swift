import Accounts
import ArgumentParser
import Practice

/// `homeward access-log show`.
struct AccessLogShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Lists looks in the order in which they arrived.",
        discussion: Examples(
            "At most \(AccessLogPart.mostLooks) at a time; the last line says how to go on.",
            .init("homeward access-log show --site demo-north --from 2026-03-01 --to 2026-03-07", "A week."),
            .init(
                "homeward access-log show --site demo-north --break-glass --format json", "Emergencies, for programs.")
        ).text
    )

    @OptionGroup var looks: AccessLogOptions
    @OptionGroup var part: LookPartOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let asked = part.asking(looks.question)
        try await Workbench.lend(invocation) { bench in
            try part.tell(try await bench.practice.accessLog(asked, at: looks.site), invocation.console)
        }
    }
}
