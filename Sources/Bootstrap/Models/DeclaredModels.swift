import DeclaredModel
import Glibc
import Intervention

/// The models that are text files: those built into the program, and those of `config/models` where it runs.
enum DeclaredModels {
    /// The folder that adds to the embedded files.
    static let folder = "config/models"

    /// The models, the embedded ones first.
    /// - Parameter compiled: the models that the program was put together with.
    /// - Throws: status 78 with every mistake of every file.
    static func all(beside compiled: [any InterventionModel]) throws(CommandFault) -> [any InterventionModel] {
        let embedded = DeclaredFile.embedded.map { DeclaredFile(name: "built-in \($0.name)", bytes: $0.bytes) }
        let own = try files(in: folder)
        do {
            return try DeclaredShelf(embedded + own, beside: compiled).models
        } catch {
            throw CommandFault(.configuration, "\(error)")
        }
    }

    /// The files of a folder that may be missing, by name. What does not end in `.yaml` or `.yml` is no model.
    private static func files(in folder: String) throws(CommandFault) -> [DeclaredFile] {
        guard let stream = opendir(folder) else {
            let number = errno
            if number == ENOENT || number == ENOTDIR { return [] }
            throw CommandFault(.noPermission, "\(folder): it cannot be read: \(String(cString: strerror(number)))")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isModel = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            if isModel, !name.hasPrefix(".") { names.append(name) }
        }
        var files: [DeclaredFile] = []
        for name in names.sorted() {
            let path = "\(folder)/\(name)"
            files.append(DeclaredFile(name: path, bytes: try InputFile.bytes(of: path)))
        }
        return files
    }
}
