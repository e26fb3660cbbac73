import ArgumentParser
import EpisodeStore
import Practice
import PrivateCluster
import Vault

/// `homeward keys backup`.
struct KeysBackupCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the key store into a folder of today, and removes copies older than 35 days.",
        discussion: Examples(
            "What is disposed of is gone for good when the last backup with its key is gone, so no backup is kept longer. The "
                + "keys in it are wrapped; without a copy of keys/master.key it opens nothing.",
            .init("homeward keys backup --to /backup/keys", "Makes a backup."),
            .init("homeward keys backup --to /backup/keys --home /srv/homeward", "Of another home.")
        ).text
    )

    @Option(name: .long, help: ArgumentHelp("Where the backups lie.", valueName: "folder"))
    var to: String

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let keys = try HomeKeys(folder: invocation.settings.home.keys)
        let backup = try keys.backUp(to: to, at: RecordClock.system.now())
        try invocation.console.result("\(backup.folder): keys \(backup.keys)")
        for name in backup.removed { try invocation.console.result("removed \(name)") }
    }
}
