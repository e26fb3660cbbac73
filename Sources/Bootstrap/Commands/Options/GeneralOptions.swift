import ArgumentParser

/// The flags that every command has.
struct GeneralOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The settings file, instead of \(SettingsFile.usualPlace).", valueName: "file")
    )
    var config: String?

    @Flag(name: .shortAndLong, help: "Leave out everything on standard error that is no problem.")
    var quiet = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Do it as this account may, and no more.", valueName: "account")
    )
    var account: AccountArgument?
}
