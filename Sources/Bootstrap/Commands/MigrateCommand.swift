import ArgumentParser
import Schema

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
        let migrator = try HomePreparation.migrator(invocation.settings)
        if dryRun {
            let names = try await missing(migrator)
            for name in names { try invocation.console.result(name) }
            invocation.console.say(names.isEmpty ? "Nothing is missing." : "Nothing was changed.")
            return
        }
        let applied = try await HomePreparation.migrate(invocation.settings)
        for name in applied { try invocation.console.result(name) }
        invocation.console.say(applied.isEmpty ? "Nothing is missing." : "Applied: \(applied.count).")
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
