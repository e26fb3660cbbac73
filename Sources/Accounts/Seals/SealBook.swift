package import Postgres
package import Vault

/// The seals of a home: their key, and the folder outside the database that every seal is copied to.
package struct SealBook: Sendable {
    /// The key.
    package let key: SealKey
    /// The folder, `seals` under the home.
    package let folder: String

    /// The book of a home.
    package init(key: SealKey, folder: String) {
        self.key = key
        self.folder = folder
    }

    /// Copies to the file what the database has and the file has not.
    /// - Parameter file: Held by the caller.
    /// - Returns: The last seal, the head; nil while there is none.
    /// - Throws: ``SealFault`` when the file knows what the database does not.
    package func copy(_ sealer: Sealer, to file: SealFile, in transaction: Transaction) async throws -> Seal? {
        let last = try await sealer.last(in: transaction)
        var filed = try file.last()
        if let filed {
            guard filed.number <= last?.number ?? 0 else {
                throw SealFault.databaseBehind(path: file.path, file: filed.number, database: last?.number ?? 0)
            }
            let same = try await sealer.seals(from: filed.number, in: transaction).first
            guard same == filed else { throw SealFault.fileDiffers(path: file.path, number: filed.number) }
        }
        while let last, (filed?.number ?? 0) < last.number {
            let further = try await sealer.seals(from: (filed?.number ?? 0) + 1, in: transaction)
            guard let end = further.last else { break }
            try file.append(further)
            filed = end
        }
        return last
    }
}
