import Glibc

/// The names of keys that were destroyed for good, in a file beside the store: no backup brings one of them back.
///
/// A line a name. It is written before a key goes, so that no key is ever gone without its name standing here.
struct DestroyedKeys: Sendable {
    static let fileName = "destroyed"

    let path: String

    /// The list in a folder.
    init(in folder: String) {
        path = folder + "/" + DestroyedKeys.fileName
    }

    /// The names; none when nothing was destroyed yet.
    /// - Throws: `storeMalformed` for a file of another form, `keyTooOpen` for one that others may reach.
    func read() throws(VaultFault) -> Set<KeyID> {
        guard let file = try GuardedFile.read(path, mode: KeyStore.mode) else { return [] }
        var names: Set<KeyID> = []
        for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
            guard let name = KeyID(line) else { throw VaultFault(.storeMalformed, path: path) }
            names.insert(name)
        }
        return names
    }

    /// Adds names. Whoever calls holds the lock of the store.
    func add(_ names: some Sequence<KeyID>) throws(VaultFault) {
        let before = try read()
        let all = before.union(names)
        guard all != before else { return }
        let text = all.map { $0.text + "\n" }.sorted().joined()
        try GuardedFile.replace(path, with: Array(text.utf8), mode: KeyStore.mode, wipingOld: false)
    }
}
