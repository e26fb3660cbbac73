import ArgumentParser

/// `homeward config show`.
struct ConfigShowCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows every setting; secrets are masked.",
        discussion: Examples(
            "A setting without a value shows a dash.",
            .init("homeward config show", "Shows names and values."),
            .init("homeward config show --origin --home /srv/homeward", "Shows the place of each value as well.")
        ).text
    )

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    @Flag(name: .long, help: "Show where each value comes from.")
    var origin = false

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        var table = TextTable(["setting", "value"] + (origin ? ["origin"] : []))
        for row in SettingsTable.all {
            let entry = invocation.settings[row.key]
            let value = entry.value.map { row.isSecret ? "****" : $0 } ?? "-"
            table.add([row.key.rawValue, value] + (origin ? [entry.origin.description] : []))
        }
        for line in table.lines { try invocation.console.result(line) }
    }
}
