import ArgumentParser

/// `homeward import register`.
struct ImportRegisterCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Imports the register that a site keeps of its episodes.",
        discussion: Examples(
            "One file is one transaction: all of it or nothing. A file with a problem changes nothing, unless "
                + "--accept-valid takes its good rows; either way the status is 65, and every problem is told with its "
                + "line, column, code and what would be right. Importing again compares with the last import: what only "
                + "the file changed is corrected, what only the record changed is kept.",
            .init("homeward import register register.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import register register.csv --site demo-north", "Imports the file.")
        ).text
    )

    @OptionGroup var options: ImportFlags
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { options.place.flags }

    func run(in invocation: Invocation) async throws {
        try await options.run(invocation, by: \.registers)
    }
}
