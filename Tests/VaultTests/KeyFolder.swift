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
            folder.remove()
            rmdir(home)
        }
        return try body(folder)
    }

    /// A vault with keys that nothing else has.
    static func vault() throws -> Vault { Vault(try HomeKeys.transient()) }

    /// The files of the key store that hold keys.
    var shards: [String] { KeyFolder(path: path + "/people").names.filter { $0 != "lock" } }

    /// Removes it with all that is in it.
    func remove() {
        for name in names {
            if unlink(path + "/" + name) != 0 { KeyFolder(path: path + "/" + name).remove() }
        }
        rmdir(path)
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

extension KeyFolder {
    /// The bytes of a file.
    static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return Array(bytes.prefix(max(0, count)))
    }

    /// Lets a file be of these bytes, as a new file of the same name and mode.
    static func overwrite(_ path: String, _ bytes: [UInt8]) throws {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        try #require(descriptor >= 0)
        #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count)
        close(descriptor)
    }

    /// Lends a folder as ``with(_:)`` does.
    static func withAsync(_ body: (KeyFolder) async throws -> Void) async throws {
        let folder = try with { $0 }
        mkdir(String(folder.path.dropLast("/keys".count)), 0o700)
        defer {
            folder.remove()
            rmdir(String(folder.path.dropLast("/keys".count)))
        }
        try await body(folder)
    }

    /// The blind index of `E-1` at site 3 under the key of the bytes 1 to 32, as it was before there was a store.
    static let indexFromBefore = "23d695c3f6824f52a8324a8bdc0905120772f07511e007b51972869f05981a85"
}
