package import CivilDate
import Glibc

/// What came of a backup of the key store.
package struct KeyBackup: Hashable, Sendable {
    /// The folder that was made.
    package let folder: String
    /// How many keys are in it.
    package let keys: Int
    /// The backups that were removed because they were older than ``longest``.
    package let removed: [String]

    /// How many days a backup of keys is kept: what was destroyed is then gone from backups too (`security.md`, S27) [I].
    package static let longest = 35

    static let opening = "keys-"
}

/// What came of restoring keys from a backup.
package struct KeyRestoration: Hashable, Sendable {
    /// How many keys came back.
    package var keys = 0
    /// How many of the backup's keys were destroyed since, and stay so.
    package var destroyed = 0
}

extension HomeKeys {
    /// Copies the store of keys into a folder of its own under `place`, and removes backups there that are older than 35 days.
    ///
    /// The keys in it are wrapped: without `master.key`, which is kept a copy of somewhere else, nobody can use them.
    package func backUp(to place: String, at now: Instant) throws(VaultFault) -> KeyBackup {
        guard let folder else { throw VaultFault(.keyMissing) }
        let stamp = "\(now)".filter { $0 != ":" }.split(separator: ".")[0]
        let target = "\(place)/\(KeyBackup.opening)\(stamp)"
        let draft = "\(target).\(getpid()).draft"
        try GuardedFile.makeFolder(place)
        try GuardedFile.makeFolder(draft)
        var count = 0
        for shard in store.filled() {
            let path = "\(HomeKeys.people(folder))/\(shard.fileName)"
            guard let file = try GuardedFile.read(path, mode: KeyStore.mode) else { continue }
            try GuardedFile.replace(
                "\(draft)/\(shard.fileName)", with: file.bytes, mode: KeyStore.mode, wipingOld: false)
            count += KeyShard(file.bytes)?.keys.count ?? 0
        }
        if let destroyed, let file = try GuardedFile.read(destroyed.path, mode: KeyStore.mode) {
            try GuardedFile.replace(
                DestroyedKeys(in: draft).path, with: file.bytes, mode: KeyStore.mode, wipingOld: false)
        }
        guard rename(draft, target) == 0 else { throw VaultFault(.fileSystem(errno), path: target) }
        try GuardedFile.synchronise(folderOf: target)
        return KeyBackup(folder: target, keys: count, removed: try HomeKeys.removeOld(in: place, at: now))
    }

    private static func removeOld(in place: String, at now: Instant) throws(VaultFault) -> [String] {
        var removed: [String] = []
        let oldest = now.utcDay.adding(days: -KeyBackup.longest)
        for name in GuardedFile.names(in: place) where name.hasPrefix(KeyBackup.opening) {
            guard let day = CivilDate(iso: name.dropFirst(KeyBackup.opening.count).prefix("2026-01-01".count)),
                day < oldest
            else { continue }
            let folder = "\(place)/\(name)"
            for file in GuardedFile.names(in: folder) { try GuardedFile.destroy("\(folder)/\(file)") }
            guard rmdir(folder) == 0 else { throw VaultFault(.fileSystem(errno), path: folder) }
            removed.append(name)
        }
        return removed
    }

    /// Takes keys from a backup that the store does not have. Keys that it has stay as they are, and those that were
    /// destroyed stay destroyed: their names stand beside the store, in the backup and in the database.
    /// - Parameter known: the destroyed keys that the database knows of.
    /// - Throws: `unknownKey` when the backup was wrapped by a master key that this home does not have.
    package func restore(from backup: String, destroyed known: Set<KeyID>) throws(VaultFault) -> KeyRestoration {
        let names = Set(GuardedFile.names(in: backup))
        let shards = ShardID.allCases.filter { names.contains($0.fileName) }
        guard !shards.isEmpty else { throw VaultFault(.keyMissing, path: backup) }
        let dead = try known.union(destroyed?.read() ?? []).union(DestroyedKeys(in: backup).read())
        var restoration = KeyRestoration()
        for shard in shards {
            let path = "\(backup)/\(shard.fileName)"
            guard let file = try GuardedFile.read(path, mode: KeyStore.mode) else { continue }
            guard let kept = KeyShard(file.bytes) else { throw VaultFault(.storeMalformed, path: path) }
            restoration.keys += try store.take(kept, as: shard, exceptFor: dead)
            restoration.destroyed += kept.keys.count { dead.contains($0.key) }
        }
        return restoration
    }
}
