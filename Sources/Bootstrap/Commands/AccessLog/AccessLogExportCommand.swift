import Accounts
import ArgumentParser
import Exchange
import Practice

/// `homeward access-log export`.
struct AccessLogExportCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes looks as CSV (RFC 4180) that no spreadsheet runs.",
        discussion: Examples(
            "Codes and ids only; nobody is named. Each \(AccessLogPart.mostLooks) rows are a look.",
            .init("homeward access-log export --site demo-north", "The whole log."),
            .init("homeward access-log export --site demo-north --account jt-north", "What one account looked at.")
        ).text
    )

    @OptionGroup var looks: AccessLogOptions
    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        try await Workbench.lend(invocation) { bench in
            try invocation.console.result(bytes: AccessLogFile.head)
            try await bench.practice.exportAccessLog(looks.question, at: looks.site) { part in
                try invocation.console.result(bytes: AccessLogFile.lines(part.looks))
            }
        }
    }
}
