import ArgumentParser
import PrivateCluster
import Schema
import Vault

/// `homeward migrate`.
struct MigrateCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the database to the state that this program needs.",
        discussion: Examples(
            "Applies what is missing, each step whole or not at all; status 0 also when nothing is. With an existing "
                + "server the login must be a superuser, or own the database and be allowed to make roles.",
            .init("homeward migrate", "Migrates the database of the cluster under .homeward."),
            .init("homeward migrate --dry-run --home /srv/homeward", "Says what is missing and changes nothing.")
        ).text
    )

    @OptionGroup var place: HomeOptions
    @OptionGroup var general: GeneralOptions

    @Flag(name: .long, help: "Say what would be applied and change nothing.")
    var dryRun = false

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let database = DatabaseDoor(settings: invocation.settings)
        let migrator = Migrator(connecting: try database.connectInfo(role: .administrator))
        if dryRun {
            let names = try await missing(migrator)
            for name in names { try invocation.console.result(name) }
            invocation.console.say(names.isEmpty ? "Nothing is missing." : "Nothing was changed.")
            return
        }
        try await prepareKeys(invocation.settings.home, migrator)
        let report = try await migrator.migrate()
        for name in report.applied { try invocation.console.result(name) }
        invocation.console.say(
            report.applied.isEmpty ? "Nothing is missing." : "Applied: \(report.applied.count)."
        )
    }

    /// Makes the home and its keys for a database that holds nothing yet: with an existing server nothing else has. New
    /// ones beside an old database would hide that the old ones, and with them all that they sealed, are lost.
    private func prepareKeys(_ home: HomeFolder, _ migrator: Migrator) async throws {
        if case .notMigrated = try await migrator.status() {
            try home.create()
            _ = try HomeKeys.createdIfMissing(folder: home.keys)
        } else {
            _ = try HomeKeys(folder: home.keys)
        }
    }

    private func missing(_ migrator: Migrator) async throws -> [String] {
        switch try await migrator.status() {
        case .upToDate: []
        case .notMigrated: Migration.embedded.map(\.name)
        case .missing(let names): names
        case .changed(let name): throw DatabaseDoor.mismatch("was applied with other contents", name)
        case .unknown(let name): throw DatabaseDoor.mismatch("is not known to this program", name)
        case .outOfOrder(let name): throw DatabaseDoor.mismatch("is missing although a later one was applied", name)
        }
    }
}
