import PrivateCluster
import Schema
import Vault

/// What several commands do before there is anything to work with: a home with its keys, a cluster that runs, tables.
enum HomePreparation {
    /// Starts the cluster of a home; makes home, keys and cluster where they are missing.
    /// - Parameter simulated: whether the home must be one for invented families.
    @discardableResult
    static func startCluster(_ cluster: PrivateCluster, simulated: Bool = false) async throws -> RunningCluster {
        try makeHome(cluster.home, simulated: simulated)
        // Keys are made before there is anything to seal. New ones beside an old cluster would hide that the old ones,
        // and with them all that they sealed, are lost.
        if case .absent = try cluster.status() {
            _ = try HomeKeys.createdIfMissing(folder: cluster.home.keys)
        } else {
            _ = try HomeKeys(folder: cluster.home.keys)
        }
        return try await cluster.start()
    }

    /// Makes the home where it is missing.
    /// - Parameter simulated: whether it must be one for invented families.
    static func makeHome(_ home: HomeFolder, simulated: Bool) throws {
        let marker = try home.create(simulated: simulated)
        if simulated, !marker.simulated {
            throw CommandFault(
                .configuration, "\(home) is a home for real families and stays one: choose another folder with --home"
            )
        }
    }

    /// Brings the database to the state that this program needs.
    /// - Returns: what was applied, in order.
    static func migrate(_ settings: Settings) async throws -> [String] {
        let migrator = try migrator(settings)
        try await prepareKeys(settings.home, migrator)
        try await prepareSealKey(settings.home, migrator)
        return try await migrator.migrate().applied
    }

    /// What migrates the database of the settings.
    static func migrator(_ settings: Settings) throws -> Migrator {
        Migrator(connecting: try DatabaseDoor(settings: settings).connectInfo(role: .administrator))
    }

    /// Makes the key of seals before the first seal can be made, and never again: with another key none could be
    /// proved.
    private static func prepareSealKey(_ home: HomeFolder, _ migrator: Migrator) async throws {
        switch try await migrator.status() {
        case .notMigrated: break
        case .missing(let names) where names.contains("m0024_seals"): break
        default: return
        }
        _ = try SealKey.createdIfMissing(folder: home.keys)
    }

    /// Makes the home and its keys for a database that holds nothing yet: with an existing server nothing else has. New
    /// ones beside an old database would hide that the old ones, and with them all that they sealed, are lost.
    private static func prepareKeys(_ home: HomeFolder, _ migrator: Migrator) async throws {
        if case .notMigrated = try await migrator.status() {
            try home.create()
            _ = try HomeKeys.createdIfMissing(folder: home.keys)
        } else {
            _ = try HomeKeys(folder: home.keys)
        }
    }
}
