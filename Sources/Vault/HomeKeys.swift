import Crypto

/// The keys of a home: files in its folder `keys`, which nothing else ever holds. A home without its keys cannot read
/// what it has sealed, so they are part of every backup.
package struct HomeKeys: Sendable {
    let master: MasterKey

    /// Reads the keys of a home that has them.
    /// - Parameters:
    ///   - folder: The folder of the keys, `keys` under the home.
    /// - Throws: ``VaultFault`` when a file is missing, or can be reached by more than its owner (0400).
    package init(folder: String) throws(VaultFault) {
        master = try HomeKeys.file(in: folder).read()
    }

    /// Reads the keys of a home, and makes them first when there are none.
    package static func createdIfMissing(folder: String) throws(VaultFault) -> HomeKeys {
        try file(in: folder).create(SymmetricKey(size: .bits256).lent())
        return try HomeKeys(folder: folder)
    }

    /// The name of the key in force; safe to print.
    package var id: KeyID { master.id }

    private static func file(in folder: String) -> KeyFile {
        KeyFile(folder: folder, name: "master.key")
    }
}

extension HomeKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "the keys of a home (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
