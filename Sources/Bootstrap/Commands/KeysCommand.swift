import ArgumentParser

/// `homeward keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Keeps the keys of a home: how they stand, a new master key, backups.",
        discussion: Examples(
            "Every person has a key of their own in the home's key store, outside the database; the master key wraps them. "
                + "Keep a copy of keys/master.key and keys/index.key apart from all backups.",
            .init("homeward keys status", "Says which master key is in force and what is left under older ones."),
            .init("homeward keys rotate", "Puts a new master key in force. Work goes on.")
        ).text,
        subcommands: [
            KeysStatusCommand.self, KeysRotateCommand.self, KeysReencryptCommand.self, KeysBackupCommand.self,
            KeysRestoreCommand.self,
        ]
    )
}
