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
            "Keys that are there stay as they are, and a key that was destroyed since stays destroyed: its name is kept "
                + "beside the store, in later backups and in the database.",
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
        try await Workbench.lend(invocation) { bench in
            let destroyed = try await bench.practice.destroyedKeys()
            let keys = try HomeKeys(folder: invocation.settings.home.keys)
            let restoration = try keys.restore(from: from, destroyed: destroyed)
            try invocation.console.result("keys that came back: \(restoration.keys)")
            if restoration.destroyed > 0 {
                try invocation.console.result(
                    "keys in the backup that were destroyed since and stay so: \(restoration.destroyed)")
            }
        }
    }
}
