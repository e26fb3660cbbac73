import Glibc
import Postgres

/// The keys that seal, each wrapped by a master key: one for every person, and one for every purpose of a site.
///
/// It lies outside the database in `keys/people`, in files that are replaced whole, one writer at a time, also between
/// processes. A key that is destroyed is gone from its file; what it sealed opens no more, wherever a copy of it lies.
final class KeyStore: Sendable {
    private let folder: String?
    private let ring: MasterRing
    private let destroyed: DestroyedKeys?
    private let known = Guarded<[ShardID: Known]>([:])

    private struct Known {
        var stamp: GuardedFile.Stamp?
        var shard: KeyShard
    }

    /// - Parameters:
    ///   - folder: where the files lie; nil to keep them in memory alone.
    ///   - destroyed: where the names of destroyed keys stand; nil to keep none.
    init(folder: String?, ring: MasterRing, destroyed: DestroyedKeys? = nil) {
        self.folder = folder
        self.ring = ring
        self.destroyed = destroyed
    }

    /// The key of a name that seals what is new; made when there is none.
    func keyInForce(of name: KeyName) throws(VaultFault) -> DataKey {
        if let key = try shard(name.shard).keyInForce(of: name.bytes) { return try unwrap(key) }
        try make([name])
        guard let key = try shard(name.shard).keyInForce(of: name.bytes) else {
            throw VaultFault(.storeMalformed, path: path(name.shard))
        }
        return try unwrap(key)
    }

    /// A key of a name that sealed something; nil when it is not there.
    func key(_ id: KeyID, of name: KeyName) throws(VaultFault) -> DataKey? {
        try shard(name.shard).key(id, of: name.bytes).map { (key) throws(VaultFault) in try unwrap(key) }
    }

    /// Whether a name has a key.
    func has(_ name: KeyName) throws(VaultFault) -> Bool {
        try shard(name.shard).keyInForce(of: name.bytes) != nil
    }

    /// Makes keys for those of these names that have none; each file is written once.
    func make(_ names: [KeyName]) throws(VaultFault) {
        for (shard, names) in Dictionary(grouping: names, by: \.shard) {
            try change(shard) { (shard, masters) throws(VaultFault) in
                for name in names where shard.keyInForce(of: name.bytes) == nil {
                    let key = DataKey.made()
                    shard.append(try WrappedKey(key, name: name.bytes, isInForce: true, under: masters.current))
                }
            }
        }
    }

    /// Keeps a key that only opens what it sealed before.
    func keep(_ key: DataKey, as name: KeyName) throws(VaultFault) {
        try change(name.shard) { (shard, masters) throws(VaultFault) in
            guard shard.key(key.id, of: name.bytes) == nil else { return }
            shard.append(try WrappedKey(key, name: name.bytes, isInForce: false, under: masters.current))
        }
    }

    /// The names of all keys of some names, in force or not.
    func keys(of names: [KeyName]) throws(VaultFault) -> [KeyID] {
        var found: [KeyID] = []
        for name in names { found += try shard(name.shard).keys(of: name.bytes).map(\.key) }
        return found
    }

    /// Destroys all keys of some names; what they are called stays written down, so that no backup brings them back.
    /// - Returns: how many names had one.
    @discardableResult
    func destroy(_ names: [KeyName]) throws(VaultFault) -> Int {
        var count = 0
        for (shard, names) in Dictionary(grouping: Set(names), by: \.shard) {
            count += try change(shard, wipingOld: true) { (shard, _) throws(VaultFault) in
                try destroyed?.add(names.flatMap { shard.keys(of: $0.bytes) }.map(\.key))
                return names.count { shard.remove($0.bytes) }
            }
        }
        return count
    }

    /// Wraps the keys of a file with the master key in force.
    func rewrap(_ id: ShardID) throws(VaultFault) {
        try change(id, wipingOld: true) { (shard, masters) throws(VaultFault) in
            try shard.replace { (key) throws(VaultFault) in
                guard key.master != masters.current.id else { return key }
                return try WrappedKey(
                    key.unwrapped(by: masters), name: key.name, isInForce: key.isInForce, under: masters.current)
            }
        }
    }

    /// Takes keys that the file does not have, wrapped anew with the master key in force.
    /// - Parameter dead: those that were destroyed, which stay so.
    /// - Returns: how many.
    func take(_ kept: KeyShard, as id: ShardID, exceptFor dead: Set<KeyID>) throws(VaultFault) -> Int {
        try change(id) { (shard, masters) throws(VaultFault) in
            var count = 0
            for key in kept.keys where !dead.contains(key.key) && shard.key(key.key, of: key.name) == nil {
                let isInForce = key.isInForce && shard.keyInForce(of: key.name) == nil
                shard.append(
                    try WrappedKey(
                        key.unwrapped(by: masters), name: key.name, isInForce: isInForce, under: masters.current))
                count += 1
            }
            return count
        }
    }

    /// How many keys of a file each master key wraps.
    func wrapped(in id: ShardID) throws(VaultFault) -> [KeyID: Int] {
        try shard(id).keys.reduce(into: [:]) { $0[$1.master, default: 0] += 1 }
    }

    /// The files that hold keys.
    func filled() -> [ShardID] {
        guard let folder else { return known.withLock { Array($0.keys) } }
        let names = Set(GuardedFile.names(in: folder))
        return ShardID.allCases.filter { names.contains($0.fileName) }
    }

    /// Refuses a store that others may reach.
    func check() throws(VaultFault) {
        guard let folder else { return }
        try GuardedFile.check(folder: folder, forbidding: 0o077)
        for id in filled() { _ = try read(id) }
    }

    private func unwrap(_ key: WrappedKey) throws(VaultFault) -> DataKey {
        try key.unwrapped(by: try ring.keys())
    }

    private func path(_ id: ShardID) -> String { "\(folder ?? "")/\(id.fileName)" }

    private func shard(_ id: ShardID) throws(VaultFault) -> KeyShard {
        guard folder != nil else { return known.withLock { $0[id]?.shard } ?? KeyShard() }
        let stamp = GuardedFile.stamp(of: path(id))
        if let shard = known.withLock({ $0[id].flatMap { $0.stamp == stamp ? $0.shard : nil } }) { return shard }
        return try read(id)
    }

    private func read(_ id: ShardID) throws(VaultFault) -> KeyShard {
        let path = path(id)
        // Who reads while a destroyed key is being overwritten reads the old file, and then the new one.
        for _ in 0..<KeyStore.readings {
            guard let file = try GuardedFile.read(path, mode: KeyStore.mode) else {
                known.withLock { $0[id] = Known(stamp: nil, shard: KeyShard()) }
                return KeyShard()
            }
            if let shard = KeyShard(file.bytes) {
                known.withLock { $0[id] = Known(stamp: file.stamp, shard: shard) }
                return shard
            }
        }
        throw VaultFault(.storeMalformed, path: path)
    }

    private static let readings = 3
    static let mode: mode_t = 0o600

    /// Changes a file as the only one that does, with the master keys as they are then.
    private func change<Result>(
        _ id: ShardID, wipingOld: Bool = false,
        _ body: (inout KeyShard, MasterKeys) throws(VaultFault) -> Result
    ) throws(VaultFault) -> Result {
        guard let folder else {
            var shard = try shard(id)
            let result = try body(&shard, try ring.keys())
            known.withLock { $0[id] = Known(stamp: nil, shard: shard) }
            return result
        }
        return try GuardedFile.locked("\(folder)/lock") { () throws(VaultFault) in
            let before = try read(id)
            var shard = before
            let result = try body(&shard, try ring.reread())
            if shard != before {
                try GuardedFile.replace(path(id), with: shard.encoded, mode: KeyStore.mode, wipingOld: wipingOld)
            }
            return result
        }
    }
}
