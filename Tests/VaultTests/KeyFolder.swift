import Glibc
import Testing
import Vault

/// A folder of one's own for key files.
struct KeyFolder {
    let path: String

    var keyFile: String { path + "/master.key" }

    /// Lends a folder below one that only its owner can reach; it does not exist yet.
    static func with<Result>(_ body: (KeyFolder) throws -> Result) throws -> Result {
        var template = Array("/tmp/homeward-vault-XXXXXX\0".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let home = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = KeyFolder(path: home + "/keys")
        defer {
            for name in folder.names { unlink(folder.path + "/" + name) }
            rmdir(folder.path)
            rmdir(home)
        }
        return try body(folder)
    }

    /// A vault with a key that nothing else has.
    static func vault() throws -> Vault {
        try with { Vault(try HomeKeys.createdIfMissing(folder: $0.path)) }
    }

    /// The names of the files in the folder.
    var names: [String] {
        guard let entries = opendir(path) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The permission bits of the key file.
    var mode: mode_t? {
        var entry = stat()
        return stat(keyFile, &entry) == 0 ? entry.st_mode & 0o7777 : nil
    }

    /// Puts a key file of these bytes in the folder.
    func put(_ bytes: [UInt8], mode: mode_t) throws {
        mkdir(path, 0o700)
        let descriptor = open(keyFile, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        try #require(descriptor >= 0)
        #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
        fchmod(descriptor, mode)
        close(descriptor)
    }
}
