import DeclaredModel
import Intervention
import Postgres
import PrivateCluster
import Sites

/// The models that are text files: those built into the program, those of `config/models` where it runs, and those that
/// its database keeps.
enum DeclaredModels {
    /// The folder that adds to the embedded files.
    static let folder = "config/models"

    /// The models as a shelf, the embedded ones first, then those of the folder.
    /// - Parameters:
    ///   - kept: the files that the database keeps; empty where none was asked.
    ///   - compiled: the models that the program was put together with.
    /// - Throws: status 78 with every mistake of every file.
    static func shelf(
        keeping kept: [DeclaredFile] = [], beside compiled: [any InterventionModel]
    ) throws(CommandFault) -> DeclaredShelf {
        let own = try ModelFolder.names(in: folder).map { name throws(CommandFault) in try ModelFolder.file(name) }
        do {
            return try DeclaredShelf(embedded + own + kept, beside: compiled)
        } catch {
            throw CommandFault(.configuration, "\(error)")
        }
    }

    /// Every model that can be had, whatever else has mistakes: for work that one site's file may not stop for others.
    ///
    /// What the database keeps comes first then: what a site uses is decided by it, whatever a file says by now.
    /// - Returns: the shelf, and every mistake, a line each.
    static func readable(
        keeping kept: [DeclaredFile], beside compiled: [any InterventionModel]
    ) -> (shelf: DeclaredShelf, problems: [String]) {
        if let whole = try? shelf(keeping: kept, beside: compiled) { return (whole, []) }
        var own: [DeclaredFile] = []
        var problems: [String] = []
        do throws(CommandFault) {
            for name in try ModelFolder.names(in: folder) {
                do throws(CommandFault) { own.append(try ModelFolder.file(name)) } catch { problems.append("\(error)") }
            }
        } catch {
            problems.append("\(error)")
        }
        let (shelf, faults) = DeclaredShelf(beside: compiled).taking(kept + embedded + own)
        return (shelf, problems + faults.flatMap(\.lines))
    }

    private static var embedded: [DeclaredFile] {
        DeclaredFile.embedded.map { DeclaredFile(name: "built-in \($0.name)", bytes: $0.bytes) }
    }

    /// The files that a database keeps.
    static func kept(in pool: Pool) async throws -> [DeclaredFile] {
        try await pool.withConnection { try await ModelDocuments.list(over: $0) }.map(file)
    }

    /// The files of a shelf that a database does not keep yet, as it would keep them.
    static func documents(of shelf: DeclaredShelf, notIn kept: [DeclaredFile]) -> [ModelDocument] {
        let known = Set(kept.map(\.bytes))
        return shelf.files.filter { !known.contains($0.file.bytes) }.map { document(of: $0.file, $0.model) }
    }

    /// A file as a database keeps it.
    static func document(of file: DeclaredFile, _ model: DeclaredModel) -> ModelDocument {
        ModelDocument(
            model.id, model.version, checksum: file.checksum, document: String(decoding: file.bytes, as: UTF8.self))
    }

    /// A document of the database as a file.
    static func file(of document: ModelDocument) -> DeclaredFile {
        DeclaredFile(
            name: "the database's \(document.model) version \(document.version.number)",
            bytes: Array(document.document.utf8))
    }

    /// The files that the database of the settings keeps, as far as it is there and migrated.
    /// - Parameter isNeeded: whether it is a fault when it is not.
    static func kept(for invocation: Invocation, isNeeded: Bool) async throws -> [DeclaredFile] {
        let door = DatabaseDoor(settings: invocation.settings)
        guard isNeeded ? true : await door.isReady() else { return [] }
        let pool = try door.pool(role: .application)
        do {
            try await door.checkMigrated(pool)
            let files = try await kept(in: pool)
            await pool.close()
            return files
        } catch {
            await pool.close()
            throw error
        }
    }

    /// The models of files, none of them in the place of another.
    /// - Throws: status 65 with every mistake of every file, or with both checksums where other content has an id and
    ///   version already.
    static func read(_ names: [String]) throws(CommandFault) -> [(file: DeclaredFile, model: DeclaredModel)] {
        var models: [(file: DeclaredFile, model: DeclaredModel)] = []
        var faults: [DeclaredShelf.Fault] = []
        for name in names {
            let file = DeclaredFile(name: name, bytes: try InputFile.bytes(of: name))
            do throws(DeclaredProblems) {
                models.append((file, try DeclaredModel.read(file.bytes)))
            } catch {
                faults.append(.unreadable(name, error))
            }
        }
        guard faults.isEmpty else { throw CommandFault(.data, "\(DeclaredShelfFaults(faults: faults))") }
        return models
    }

    /// Makes sure that files could stand beside all other models.
    /// - Throws: status 65 with both places and both checksums where one could not.
    static func checkPlaces(
        of files: [DeclaredFile], keeping kept: [DeclaredFile], beside compiled: [any InterventionModel]
    ) throws(CommandFault) {
        let others = try shelf(keeping: kept, beside: compiled)
        do {
            _ = try others.adding(files)
        } catch {
            throw CommandFault(.data, "\(error)")
        }
    }
}
