import Glibc

/// Why the vault cannot do what was asked. Holds neither keys nor what is sealed.
package struct VaultFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    package enum Code: Hashable, Sendable {
        /// There is no key file.
        case keyMissing
        /// The key file, or its folder, can be read or changed by more than its owner.
        case keyTooOpen
        /// The key file belongs to somebody else.
        case keyOwnedByAnother
        /// The key file is no ordinary file, or has not 32 bytes.
        case keyMalformed
        /// A file of the key store has another form than such a file has, or was cut.
        case storeMalformed
        /// The file system refused (`errno`).
        case fileSystem(Int32)
        /// It was sealed with a key that this vault does not have.
        case unknownKey(KeyID)
        /// The sealed bytes are not what was sealed there: they were changed, or taken from another place.
        case notAuthentic
        /// The text is not the one that the record refers to.
        case notTheCommittedText
        /// The database has no text of that id.
        case noSuchText
    }

    /// The kind of fault.
    package let code: Code

    /// The file concerned; empty when none is.
    package let path: String

    init(_ code: Code, path: String = "") {
        self.code = code
        self.path = path
    }
}

extension VaultFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch code {
        case .keyMissing: "\(path): the key file is missing; restore it, nothing sealed can be read without it"
        case .keyTooOpen:
            "\(path): only the owner may reach it; set a key to 0400, a file of the key store to 0600, and their "
                + "folders to 0700"
        case .keyOwnedByAnother: "\(path): it belongs to another account than the one that runs this"
        case .keyMalformed: "\(path): it is no file of exactly 32 bytes"
        case .storeMalformed: "\(path): it is no file of keys; restore it with `homeward keys restore`"
        case .fileSystem(EACCES), .fileSystem(EPERM):
            "\(path): the account that runs this may not read or change it; run as its owner"
        case .fileSystem(let number): "\(path): the file system refuses (errno \(number))"
        case .unknownKey(let id): "the key \(id) is not among the keys of this home"
        case .notAuthentic: "sealed bytes were changed or moved after they were sealed"
        case .notTheCommittedText: "a text is not the one that its event refers to"
        case .noSuchText: "there is no text of that id"
        }
    }
}
