import DeclaredModel
import Glibc

/// A folder of models' files.
enum ModelFolder {
    /// The paths of the files of a folder that may be missing, by name. What does not end in `.yaml` or `.yml` is no
    /// model.
    /// - Throws: status 77 when the folder cannot be read.
    static func names(in folder: String) throws(CommandFault) -> [String] {
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
        return names.sorted().map { "\(folder)/\($0)" }
    }

    /// A file of the folder.
    /// - Throws: the fault with status 78 where it is none that can be read: nobody named the file, what lies there is
    ///   part of how the program is set up.
    static func file(_ path: String) throws(CommandFault) -> DeclaredFile {
        do throws(CommandFault) {
            return DeclaredFile(name: path, bytes: try InputFile.bytes(of: path))
        } catch {
            throw CommandFault(error.status == .noInput ? .configuration : error.status, error.description)
        }
    }
}
