import Accounts
import ArgumentParser
import CivilDate
import Intervention
import Practice

/// `homeward account sessions`.
struct AccountSessionsCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "Lists the open sessions of an account.",
        discussion: Examples(
            .init("homeward account sessions jt --site leeds", "Prints a line for each."),
            .init("homeward account sessions jt --site leeds --format json", "The same for programs.")
        ).text
    )

    @OptionGroup var account: AccountOptions
    @Option(name: .long, help: "text or json.")
    var format = ResultFormat.text

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            let sessions = try await bench.accounts.sessions(of: account.code, at: account.site)
            if format == .json {
                return try invocation.console.result(
                    OrderedJSON.object(["sessions": .list(sessions.map(\.json))]).text)
            }
            var table = TextTable(["session", "begun", "used", "stage"])
            for session in sessions {
                table.add([
                    session.id.description, session.begunAt.description, session.usedAt.description,
                    session.stage.rawValue,
                ])
            }
            for line in table.lines { try invocation.console.result(line) }
        }
    }
}

extension OpenSession {
    /// The session, for programs.
    var json: OrderedJSON {
        .object([
            "session": .text(id.description), "begunAt": .text(begunAt.description),
            "usedAt": .text(usedAt.description),
            "stage": .text(stage.rawValue),
        ])
    }
}
