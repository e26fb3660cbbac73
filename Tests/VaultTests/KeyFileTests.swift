import Glibc
import Testing
import Vault

@Suite struct KeyFileTests {
    private let bytes = [UInt8](1...32)

    private func code(of folder: KeyFolder) -> VaultFault.Code? {
        do throws(VaultFault) {
            _ = try HomeKeys(folder: folder.path)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `a key is made once, for its owner's eyes alone`() throws {
        try KeyFolder.with { folder in
            let first = try HomeKeys.createdIfMissing(folder: folder.path)
            #expect(folder.mode == 0o400)
            #expect(folder.names == ["index.key", "master.key", "people"])
            #expect(try HomeKeys.createdIfMissing(folder: folder.path).id == first.id)
            #expect(try HomeKeys(folder: folder.path).id == first.id)
        }
    }

    @Test(arguments: [0o600, 0o440, 0o404, 0o500, 0o444, 0o4400] as [mode_t])
    func `a key file of any other mode is refused`(mode: mode_t) throws {
        try KeyFolder.with { folder in
            try folder.put(bytes, mode: mode)
            #expect(code(of: folder) == .keyTooOpen)
        }
    }

    @Test(arguments: [0o720, 0o702, 0o777] as [mode_t])
    func `a folder that others may write is refused`(mode: mode_t) throws {
        try KeyFolder.with { folder in
            try folder.put(bytes, mode: 0o400)
            chmod(folder.path, mode)
            #expect(code(of: folder) == .keyTooOpen)
        }
    }

    @Test(arguments: [0, 31, 33, 64]) func `a key has exactly 32 bytes`(count: Int) throws {
        try KeyFolder.with { folder in
            try folder.put([UInt8](repeating: 7, count: count), mode: 0o400)
            #expect(code(of: folder) == .keyMalformed)
        }
    }

    @Test func `a link is no key file`() throws {
        try KeyFolder.with { folder in
            try folder.put(bytes, mode: 0o400)
            #expect(rename(folder.keyFile, folder.path + "/other.key") == 0)
            #expect(symlink("other.key", folder.keyFile) == 0)
            #expect(code(of: folder) == .keyMalformed)
        }
    }

    @Test func `a missing key is said to be missing`() throws {
        try KeyFolder.with { folder in
            #expect(code(of: folder) == .keyMissing)
            mkdir(folder.path, 0o700)
            #expect(code(of: folder) == .keyMissing)
        }
    }

    @Test func `of many that make the key at once all get the same`() async throws {
        let ids = try await withThrowingTaskGroup(of: [KeyID].self) { group in
            let home = try KeyFolder.with { $0.path }
            mkdir(String(home.dropLast("/keys".count)), 0o700)
            for _ in 0..<16 {
                group.addTask { [try HomeKeys.createdIfMissing(folder: home).id] }
            }
            let ids = try await group.reduce(into: []) { $0 += $1 }
            let folder = KeyFolder(path: home)
            #expect(folder.names == ["index.key", "master.key", "people"])
            folder.remove()
            rmdir(String(home.dropLast("/keys".count)))
            return ids
        }
        #expect(ids.count == 16)
        #expect(Set(ids).count == 1)
    }
}
