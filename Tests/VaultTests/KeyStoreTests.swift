import Glibc
import Intervention
import Testing
import Vault

@Suite struct KeyStoreTests {
    private let site = SiteID(3)
    private let row: [UInt8] = [1, 2, 3]
    private let text = Array("what is known of one child".utf8)

    private func person(_ number: UInt64) -> PersonID { PersonID(high: number << 56, low: number) }

    private func seal(_ vault: Vault, of person: PersonID) throws -> Sealed {
        try vault.seal(text, of: person, site: site, purpose: .identity, row: row)
    }

    private func open(_ vault: Vault, _ sealed: Sealed, of person: PersonID) throws -> [UInt8] {
        try vault.open(sealed, of: person, site: site, purpose: .identity, row: row)
    }

    @Test func `each person has a key of their own, which opens for nobody else`() throws {
        try KeyFolder.with { folder in
            let vault = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let (first, second) = (try seal(vault, of: person(1)), try seal(vault, of: person(2)))
            #expect(first.key != second.key)
            #expect(try open(vault, first, of: person(1)) == text)
            #expect(throws: VaultFault.self) { try open(vault, first, of: person(2)) }
            #expect(throws: VaultFault.self) {
                try vault.open(first, of: person(1), site: SiteID(4), purpose: .identity, row: row)
            }
            #expect(folder.shards == ["p-01", "p-02"])
        }
    }

    @Test func `another process finds the keys, and sees those that are made after it began`() throws {
        try KeyFolder.with { folder in
            let one = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let other = Vault(try HomeKeys(folder: folder.path))
            for number: UInt64 in 1...20 {
                let sealed = try seal(number.isMultiple(of: 2) ? one : other, of: person(7))
                #expect(try open(number.isMultiple(of: 2) ? other : one, sealed, of: person(7)) == text)
            }
        }
    }

    @Test func `of many that make a person's key at once all get the same`() async throws {
        let here = person(9)
        try await KeyFolder.withAsync { folder in
            _ = try HomeKeys.createdIfMissing(folder: folder.path)
            let ids = try await withThrowingTaskGroup(of: KeyID.self) { group in
                for _ in 0..<16 {
                    group.addTask { try seal(Vault(HomeKeys(folder: folder.path)), of: here).key }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
        }
    }

    @Test func `a destroyed key opens nothing, and nothing of it is left in its file`() throws {
        try KeyFolder.with { folder in
            let vault = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let (gone, stays) = (PersonID(high: 5 << 56, low: 1), PersonID(high: 5 << 56, low: 2))
            let (lost, kept) = (try seal(vault, of: gone), try seal(vault, of: stays))
            let path = folder.path + "/people/p-05"
            let before = try KeyFolder.bytes(of: path)
            let held = Glibc.open(path, O_RDONLY)
            defer { close(held) }
            #expect(try vault.destroyKeys(of: [gone], site: site) == 1)
            #expect(try vault.destroyKeys(of: [gone], site: site) == 0)
            #expect(try !vault.hasKey(of: gone, site: site))
            #expect(throws: VaultFault.self) { try open(vault, lost, of: gone) }
            #expect(throws: VaultFault.self) {
                try open(Vault(HomeKeys(folder: folder.path)), lost, of: gone)
            }
            #expect(try open(vault, kept, of: stays) == text)
            let after = try KeyFolder.bytes(of: path)
            #expect(after.count < before.count)
            #expect(!String(decoding: after, as: UTF8.self).contains(lost.key.text))
            // The file that was replaced is overwritten: who still holds it open finds nothing.
            var old = [UInt8](repeating: 1, count: before.count)
            #expect(old.withUnsafeMutableBytes { read(held, $0.baseAddress, $0.count) } == before.count)
            #expect(old.allSatisfy { $0 == 0 })
        }
    }

    @Test func `thousands of keys are made at once`() throws {
        try KeyFolder.with { folder in
            let vault = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let people = (0..<5_000).map { PersonID(high: UInt64($0 % 4) << 56, low: UInt64($0)) }
            try vault.makeKeys(of: people, site: site)
            #expect(folder.shards == ["p-00", "p-01", "p-02", "p-03"])
            for person in people { #expect(try vault.hasKey(of: person, site: site)) }
        }
    }

    @Test(arguments: [0o640, 0o604, 0o400, 0o700] as [mode_t])
    func `a file of the store of any other mode is refused`(mode: mode_t) throws {
        try KeyFolder.with { folder in
            let vault = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            _ = try seal(vault, of: person(1))
            chmod(folder.path + "/people/p-01", mode)
            let fault = #expect(throws: VaultFault.self) { try HomeKeys(folder: folder.path) }
            #expect(fault?.code == .keyTooOpen)
        }
    }

    @Test func `a store that others may look into is refused`() throws {
        try KeyFolder.with { folder in
            _ = try HomeKeys.createdIfMissing(folder: folder.path)
            chmod(folder.path + "/people", 0o750)
            let fault = #expect(throws: VaultFault.self) { try HomeKeys(folder: folder.path) }
            #expect(fault?.code == .keyTooOpen)
        }
    }

    @Test func `a file of the store that was cut or changed is noticed`() throws {
        try KeyFolder.with { folder in
            let vault = Vault(try HomeKeys.createdIfMissing(folder: folder.path))
            let sealed = try seal(vault, of: person(1))
            let path = folder.path + "/people/p-01"
            let whole = try KeyFolder.bytes(of: path)
            for count in stride(from: 1, to: whole.count, by: 7) {
                try KeyFolder.overwrite(path, Array(whole.prefix(count)))
                #expect(throws: VaultFault.self) {
                    try open(Vault(HomeKeys(folder: folder.path)), sealed, of: person(1))
                }
            }
            var changed = whole
            changed[whole.count - 1] ^= 1
            try KeyFolder.overwrite(path, changed)
            #expect(throws: VaultFault.self) { try open(Vault(HomeKeys(folder: folder.path)), sealed, of: person(1)) }
            try KeyFolder.overwrite(path, whole)
            #expect(try open(Vault(HomeKeys(folder: folder.path)), sealed, of: person(1)) == text)
        }
    }
}
