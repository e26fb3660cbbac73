import ArgumentParser
import Practice
import PrivateCluster
import Vault

/// `homeward keys rotate`.
struct KeysRotateCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Puts a new master key in force and wraps every key with it.",
        discussion: Examples(
            "Work goes on meanwhile. Interrupted, it is finished by running it again. The old master key stays until "
                + "`homeward keys reencrypt` finds that nothing needs it. Blind indexes and keys of reports do not change.",
            .init("homeward keys rotate", "Rotates the master key of .homeward."),
            .init("homeward keys rotate --home /srv/homeward", "That of another home.")
        ).text
    )

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let keys = try HomeKeys(folder: invocation.settings.home.keys)
        let meter = ProgressMeter(invocation.console)
        let isNew = try keys.rotate { done, _ in meter.show("wrapping keys", done: done) }
        invocation.console.endProgress()
        let standing = try keys.standing()
        try invocation.console.result(
            "\(isNew ? "rotated" : "finished the rotation"): master key \(standing.current), "
                + "keys \(standing.wrapped[standing.current] ?? 0), left \(standing.left)")
        invocation.console.say(
            "Keep a copy of the new keys/master.key apart from all backups, and make a new backup of the key store.")
    }
}
