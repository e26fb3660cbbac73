import Glibc
import Vault

/// Vaults with keys of their own.
package enum FixtureVault {
    /// A vault whose keys no file has.
    package static func make() throws -> Vault {
        Vault(try HomeKeys.transient())
    }

    /// Lends a folder that only its owner can reach, and removes it with all that is in it.
    package static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        var template = Array("/tmp/homeward-keys-XXXXXX\0".utf8CString)
        guard mkdtemp(&template) != nil else { throw FixtureFault.missing("a folder") }
        let folder = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { remove(folder) }
        return try body(folder)
    }

    private static func remove(_ path: String) {
        guard let entries = opendir(path) else {
            unlink(path)
            return
        }
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            remove("\(path)/\(name)")
        }
        closedir(entries)
        rmdir(path)
    }
}
