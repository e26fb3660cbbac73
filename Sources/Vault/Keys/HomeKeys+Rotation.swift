import Crypto
import Glibc

/// How the keys of a home stand.
package struct KeyStanding: Hashable, Sendable {
    /// The master key in force.
    package let current: KeyID
    /// The master keys before it that are still kept.
    package let former: [KeyID]
    /// How many keys of the store each master key wraps.
    package let wrapped: [KeyID: Int]

    /// How many keys of the store are still wrapped by a former master key.
    package var left: Int { wrapped.reduce(0) { $0 + ($1.key == current ? 0 : $1.value) } }
}

extension HomeKeys {
    /// How the keys stand now.
    package func standing() throws(VaultFault) -> KeyStanding {
        let masters = try ring.reread()
        var wrapped: [KeyID: Int] = [:]
        for shard in store.filled() {
            wrapped.merge(try store.wrapped(in: shard)) { $0 + $1 }
        }
        return KeyStanding(current: masters.current.id, former: masters.former.map(\.id), wrapped: wrapped)
    }

    /// Puts a new master key in force and wraps every key of the store with it. Work goes on meanwhile: whoever has the
    /// old key sees the new one at its next use. A rotation that was interrupted is finished instead, by the key that it
    /// had put in force.
    ///
    /// The keys of indexes and of facts do not change: they come from `index.key`.
    /// - Parameter progress: is told after each file how many are done, and of how many.
    /// - Returns: whether a new key was made.
    @discardableResult
    package func rotate(_ progress: (Int, Int) -> Void = { _, _ in }) throws(VaultFault) -> Bool {
        guard let folder else { throw VaultFault(.keyMissing) }
        let isNew = try GuardedFile.locked("\(folder)/lock") { () throws(VaultFault) in
            guard try standing().left == 0 else { return false }
            try replaceMaster(in: folder)
            return true
        }
        // All of them, also those that are not there yet: whoever makes one now has seen the new key.
        let shards = ShardID.allCases
        for (done, shard) in shards.enumerated() {
            try store.rewrap(shard)
            progress(done + 1, shards.count)
        }
        return isNew
    }

    /// The old key is linked under its own name before the new one takes its place, so that at no moment a key is missing.
    private func replaceMaster(in folder: String) throws(VaultFault) {
        let current = MasterRing.current(folder)
        let former = MasterRing.former(try current.read().id, folder)
        if link(current.path, former.path) != 0, errno != EEXIST {
            throw VaultFault(.fileSystem(errno), path: former.path)
        }
        try GuardedFile.synchronise(folderOf: former.path)
        try current.replace(with: SymmetricKey(size: .bits256).lent())
        _ = try ring.reread()
    }

    /// Destroys the former master keys that nothing is wrapped or sealed by any more.
    /// - Parameter needed: those that something in the database still needs.
    /// - Returns: those that were destroyed.
    package func destroyFormer(exceptFor needed: Set<KeyID>) throws(VaultFault) -> [KeyID] {
        guard let folder else { return [] }
        return try GuardedFile.locked("\(folder)/lock") { () throws(VaultFault) in
            let standing = try standing()
            let idle = standing.former.filter { standing.wrapped[$0] == nil && !needed.contains($0) }
            try GuardedFile.destroyLeftovers(in: folder)
            for id in idle { try GuardedFile.destroy(MasterRing.former(id, folder).path) }
            _ = try ring.reread()
            return idle
        }
    }
}
