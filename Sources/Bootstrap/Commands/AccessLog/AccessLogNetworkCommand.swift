import Accounts
import ArgumentParser
import Practice

/// `homeward access-log network`.
struct AccessLogNetworkCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Lists who read figures of the whole network, which belong to no site.",
        discussion: Examples(
            "Nobody is identifiable in those. Days are those of UTC.",
            .init("homeward access-log network --from 2026-03-01", "Since a day."),
            .init("homeward access-log network --refused --format json", "Who was refused, for programs.")
        ).text
    )

    @OptionGroup var looks: LookOptions
    @OptionGroup var part: LookPartOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let asked = part.asking(looks.question)
        try await Workbench.lend(invocation) { bench in
            try part.tell(try await bench.practice.networkLog(asked), invocation.console)
        }
    }
}
