import ArgumentParser
import Practice
import PrivateCluster
import Vault

/// `homeward keys restore`.
struct KeysRestoreCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Takes keys from a backup that the key store does not have.",
        discussion: Examples(
            "Keys that are there stay as they are. A key that was destroyed after the backup comes back with it: dispose again "
                + "of what was disposed of since.",
            .init("homeward keys restore --from /backup/keys/keys-2026-03-01T020000Z", "Restores from one backup."),
            .init(
                "homeward keys restore --from /backup/keys/keys-2026-03-01T020000Z --home /srv/homeward",
                "Of another home.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("The folder of one backup.", valueName: "folder"))
    var from: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let count = try HomeKeys(folder: invocation.settings.home.keys).restore(from: from)
        try invocation.console.result("keys that came back: \(count)")
    }
}
