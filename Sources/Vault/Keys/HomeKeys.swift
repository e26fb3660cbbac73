import Crypto
import Glibc

/// The keys of a home: files in its folder `keys`, which nothing else ever holds. A home without its keys cannot read
/// what it has sealed, so they are kept a copy of, apart from the copies of the database.
package struct HomeKeys: Sendable {
    /// The folder; nil for keys that no file has.
    let folder: String?
    let ring: MasterRing
    let store: KeyStore
    /// The keys that were destroyed; nil for keys that no file has.
    let destroyed: DestroyedKeys?

    /// Reads the keys of a home that has them.
    /// - Parameters:
    ///   - folder: The folder of the keys, `keys` under the home.
    /// - Throws: ``VaultFault`` when a file is missing, or can be reached by more than its owner (0400).
    package init(folder: String) throws(VaultFault) {
        let people = HomeKeys.people(folder)
        if access(people, F_OK) != 0, MasterRing.current(folder).isThere {
            // A home from before there was a store: what it indexed was indexed with its one key.
            let first = try MasterRing.current(folder).read()
            try MasterRing.root(folder).create(first.bytes)
            try GuardedFile.makeFolder(people)
        }
        self.folder = folder
        ring = try MasterRing(folder: folder)
        destroyed = DestroyedKeys(in: folder)
        store = KeyStore(folder: people, ring: ring, destroyed: destroyed)
        try store.check()
    }

    /// Reads the keys of a home, and makes them first when there are none.
    package static func createdIfMissing(folder: String) throws(VaultFault) -> HomeKeys {
        if !MasterRing.current(folder).isThere {
            try MasterRing.root(folder).create(SymmetricKey(size: .bits256).lent())
            try GuardedFile.makeFolder(people(folder))
            try MasterRing.current(folder).create(SymmetricKey(size: .bits256).lent())
        }
        return try HomeKeys(folder: folder)
    }

    /// New keys that no file has: what they seal is gone with the process.
    package static func transient() throws(VaultFault) -> HomeKeys {
        guard let current = MasterKey(SymmetricKey(size: .bits256).lent()),
            let root = MasterKey(SymmetricKey(size: .bits256).lent())
        else { throw VaultFault(.keyMalformed) }
        return HomeKeys(ring: MasterRing(current: current, root: root))
    }

    private init(ring: MasterRing) {
        folder = nil
        destroyed = nil
        self.ring = ring
        store = KeyStore(folder: nil, ring: ring)
    }

    /// The name of the master key in force; safe to print.
    package var id: KeyID {
        get throws(VaultFault) { try ring.keys().current.id }
    }

    /// Where the store of keys lies.
    static func people(_ folder: String) -> String { folder + "/people" }
}

extension HomeKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "the keys of a home (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
