package import Vault

/// Why nothing can be sealed, or seals cannot be read.
package enum SealFault: Error, Hashable, Sendable {
    /// The last seals in the database were made with another key than the home has.
    case otherKey(KeyID, made: KeyID)
    /// The last seal in the database is not one that this home made.
    case forged(number: Int64)
    /// The file of seals knows seals that the database does not have.
    case databaseBehind(path: String, file: Int64, database: Int64)
    /// The last seal in the file is another than that of its number in the database.
    case fileDiffers(path: String, number: Int64)
    /// A line of the file is no seal.
    case unreadableLine(path: String, line: Int)
    /// The file can be read or changed by others than its owner.
    case tooOpen(path: String)
    /// The file system refuses (`errno`).
    case fileSystem(path: String, number: Int32)
}

extension SealFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .otherKey(let key, let made):
            "the last seal was made with the key \(made) and the home has \(key): put back the file seal.key"
        case .forged(let number):
            "seal \(number) in the database was not made by this home: run 'homeward verify --audit', and "
                + "nothing is sealed on top"
        case .databaseBehind(let path, let file, let database):
            "\(path) ends with seal \(file) and the database with seal \(database): run 'homeward verify --audit'; "
                + "where the database was restored from a backup, move the file aside, and it is begun again"
        case .fileDiffers(let path, let number):
            "\(path): seal \(number) is not the one in the database: run 'homeward verify --audit'"
        case .unreadableLine(let path, let line): "\(path):\(line): the line is no seal"
        case .tooOpen(let path): "\(path): only its owner may reach it; set it to 0600"
        case .fileSystem(let path, let number): "\(path): the file system refuses (errno \(number))"
        }
    }
}
