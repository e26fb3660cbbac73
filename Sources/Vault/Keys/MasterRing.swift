import Crypto
import Glibc
import Postgres

/// The master keys of a home as its files have them now: a rotation by another process is seen at once.
///
/// `master.key` is in force, `former-ID.key` still opens, `index.key` is the root of the indexes.
final class MasterRing: Sendable {
    private let folder: String?
    private let known: Guarded<Known>
    /// The key that blind indexes and the keys of facts are derived from. It never changes: with another, nothing would be
    /// found again and reports would lose what they know.
    let root: MasterKey

    private struct Known {
        var stamp: GuardedFile.Stamp?
        var keys: MasterKeys
    }

    /// The keys in a folder.
    /// - Throws: when one is missing, malformed, or can be reached by more than its owner.
    init(folder: String) throws(VaultFault) {
        let stamp = GuardedFile.stamp(of: MasterRing.current(folder).path)
        self.folder = folder
        known = Guarded(Known(stamp: stamp, keys: try MasterRing.read(folder)))
        root = try MasterRing.root(folder).read()
    }

    /// Keys that no file has: what they seal is gone with the process.
    init(current: MasterKey, root: MasterKey) {
        folder = nil
        known = Guarded(Known(stamp: nil, keys: MasterKeys(current: current, former: [])))
        self.root = root
    }

    /// The keys as they are now.
    func keys() throws(VaultFault) -> MasterKeys {
        guard let folder else { return known.withLock(\.keys) }
        let stamp = GuardedFile.stamp(of: MasterRing.current(folder).path)
        if let keys = known.withLock({ $0.stamp == stamp ? $0.keys : nil }) { return keys }
        return try reread()
    }

    /// The keys, read again whatever is known of them.
    func reread() throws(VaultFault) -> MasterKeys {
        guard let folder else { return known.withLock(\.keys) }
        let stamp = GuardedFile.stamp(of: MasterRing.current(folder).path)
        let keys = try MasterRing.read(folder)
        known.withLock { $0 = Known(stamp: stamp, keys: keys) }
        return keys
    }

    static func current(_ folder: String) -> KeyFile { KeyFile(folder: folder, name: "master.key") }

    static func root(_ folder: String) -> KeyFile { KeyFile(folder: folder, name: "index.key") }

    static func former(_ id: KeyID, _ folder: String) -> KeyFile { KeyFile(folder: folder, name: "former-\(id).key") }

    private static func read(_ folder: String) throws(VaultFault) -> MasterKeys {
        let current = try current(folder).read()
        var former: [MasterKey] = []
        for name in GuardedFile.names(in: folder) where name.hasPrefix("former-") && name.hasSuffix(".key") {
            do throws(VaultFault) {
                let key = try KeyFile(folder: folder, name: name).read()
                if key.id != current.id { former.append(key) }
            } catch {
                // It may have been destroyed between looking and reading.
                guard error.code == .keyMissing else { throw error }
            }
        }
        return MasterKeys(current: current, former: former)
    }
}
