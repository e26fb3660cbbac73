import Intervention
import Testing
import Vault

@Suite struct SealingTests {
    private let site = SiteID(3)
    private let row: [UInt8] = [1, 2, 3]
    private let text = Array("a text that nobody else may read".utf8)

    @Test func `what was sealed opens where it was sealed`() throws {
        let vault = try KeyFolder.vault()
        let sealed = try vault.seal(text, site: site, purpose: .narrative, row: row)
        #expect(try vault.open(sealed, site: site, purpose: .narrative, row: row) == text)
        #expect(sealed.bytes.count == text.count + 28)
        let empty = try vault.seal([], site: site, purpose: .identity, row: [])
        #expect(try vault.open(empty, site: site, purpose: .identity, row: []) == [])
    }

    @Test func `sealed bytes open nowhere else`() throws {
        let vault = try KeyFolder.vault()
        let sealed = try vault.seal(text, site: site, purpose: .narrative, row: row)
        let fault = VaultFault.Code.notAuthentic
        #expect(throws: VaultFault.self) {
            try vault.open(sealed, site: SiteID(4), purpose: .narrative, row: row)
        }
        // Each purpose has a key of its own; under the one key of a person the purposes are still told apart.
        #expect(code { try vault.open(sealed, site: site, purpose: .identity, row: row) } == .unknownKey(sealed.key))
        let person = PersonID(high: 1, low: 2)
        let own = try vault.seal(text, of: person, site: site, purpose: .narrative, row: row)
        #expect(code { try vault.open(own, of: person, site: site, purpose: .identity, row: row) } == fault)
        #expect(code { try vault.open(sealed, site: site, purpose: .narrative, row: [1, 2, 4]) } == fault)
        #expect(code { try vault.open(sealed, site: site, purpose: .narrative, row: [1, 2]) } == fault)
    }

    @Test func `a change of any byte is noticed`() throws {
        let vault = try KeyFolder.vault()
        let sealed = try vault.seal(text, site: site, purpose: .narrative, row: row)
        for place in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[place] ^= 1
            let changed = Sealed(key: sealed.key, bytes: bytes)
            #expect(code { try vault.open(changed, site: site, purpose: .narrative, row: row) } == .notAuthentic)
        }
        for count in [0, 11, 27] {
            let cut = Sealed(key: sealed.key, bytes: Array(sealed.bytes.prefix(count)))
            #expect(code { try vault.open(cut, site: site, purpose: .narrative, row: row) } == .notAuthentic)
        }
    }

    @Test func `another home's bytes are said to be under an unknown key`() throws {
        let (vault, other) = (try KeyFolder.vault(), try KeyFolder.vault())
        let sealed = try other.seal(text, site: site, purpose: .narrative, row: row)
        #expect(
            code { try vault.open(sealed, site: site, purpose: .narrative, row: row) } == .unknownKey(sealed.key)
        )
    }

    @Test func `the same text never looks the same twice`() throws {
        let vault = try KeyFolder.vault()
        let sealed = try (0..<100).map { _ in try vault.seal(text, site: site, purpose: .narrative, row: row).bytes }
        #expect(Set(sealed).count == 100)
    }

    @Test func `a blind index is the same for the same text, site and purpose only`() throws {
        let (vault, other) = (try KeyFolder.vault(), try KeyFolder.vault())
        let index = vault.blindIndex(site: site, purpose: .importedRow, "E-1")
        #expect(vault.blindIndex(site: site, purpose: .importedRow, "E-1") == index)
        #expect(vault.blindIndex(site: site, purpose: .importedRow, "E-2") != index)
        #expect(vault.blindIndex(site: SiteID(4), purpose: .importedRow, "E-1") != index)
        #expect(vault.blindIndex(site: site, purpose: .identity, "E-1") != index)
        #expect(other.blindIndex(site: site, purpose: .importedRow, "E-1") != index)
    }

    @Test func `a fact key is of one episode of one site`() throws {
        let vault = try KeyFolder.vault()
        let episode = EpisodeID(high: 1, low: 2)
        let key = vault.factKeys(site: site).key(of: episode)
        #expect(vault.factKeys(site: site).key(of: episode) == key)
        #expect(vault.factKeys(site: site).key(of: EpisodeID(high: 2, low: 1)) != key)
        #expect(vault.factKeys(site: SiteID(4)).key(of: episode) != key)
    }

    @Test func `a child and a spell have keys that no episode, no other child and no other measure has`() throws {
        let vault = try KeyFolder.vault()
        let keys = vault.factKeys(site: site)
        let (one, other) = (ChildID(high: 1, low: 2), ChildID(high: 2, low: 1))
        let all = [
            keys.key(of: EpisodeID(high: 1, low: 2)), keys.key(of: one), keys.key(of: other),
            vault.factKeys(site: SiteID(4)).key(of: one), keys.key(of: PlacementID(high: 1, low: 2), in: one),
            keys.key(of: PlacementID(high: 1, low: 2), in: other), keys.key(of: ProvisionID(high: 1, low: 2), in: one),
            keys.key(of: PlacementID(high: 2, low: 1), in: one),
            vault.factKeys(site: SiteID(4)).key(of: PlacementID(high: 1, low: 2), in: one),
        ]
        #expect(Set(all).count == all.count)
        #expect(vault.factKeys(site: site).key(of: one) == keys.key(of: one))
    }

    @Test func `nothing that holds a key shows it`() throws {
        try KeyFolder.with { folder in
            let bytes = [UInt8](repeating: 0x5A, count: 32)
            try folder.put(bytes, mode: 0o400)
            let keys = try HomeKeys(folder: folder.path)
            let vault = Vault(keys)
            let values: [Any] = [keys, vault, vault.factKeys(site: site)]
            for value in values {
                var dumped = ""
                dump(value, to: &dumped)
                for shown in [String(describing: value), String(reflecting: value), dumped] {
                    #expect(!shown.contains("90, 90"))
                    #expect(!shown.lowercased().contains("5a5a"))
                    #expect(!shown.contains("ZZ"))
                    #expect(!shown.contains("SymmetricKey"))
                }
            }
        }
    }

    private func code(_ body: () throws -> [UInt8]) -> VaultFault.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? VaultFault)?.code
        }
    }
}
